import type { ReactNode } from "react";

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
  picture,
  heading: Heading = "h2",
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  picture?: ReactNode;
  heading?: "h1" | "h2";
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      {picture}
      <Heading className="headline text-title">{title}</Heading>
      {children ? <div className="text-ink-2">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
