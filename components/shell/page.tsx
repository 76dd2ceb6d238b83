import type { ReactNode } from "react";

/** The middle of a plain page: a title, a line under it, its buttons, its content. */
export function Page({
  title,
  lead,
  actions,
  narrow = false,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto w-full max-w-6xl grow px-4 pt-8 pb-20 outline-none sm:px-6 lg:pt-10"
    >
      <div className={narrow ? "max-w-3xl" : ""}>
        <div className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-4">
          <div className="min-w-0 grow">
            <h1 className="headline text-display max-sm:text-title">
              <bdi>{title}</bdi>
            </h1>
            {lead ? <div className="mt-1.5 text-ink-2">{lead}</div> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
        {children}
      </div>
    </main>
  );
}
