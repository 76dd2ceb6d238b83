import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "@/components/ui/classes";

/** Rows and columns, named by a caption that only those who listen need. The head stays in sight under the page's bar. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <table className="w-full border-separate border-spacing-0 text-small">
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

/** Where a column gives way on narrow screens; its content then belongs in the row's first cell. */
export type From = "sm" | "md" | "lg" | "xl";
const shownFrom: Record<From, string> = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
};

interface CellShape {
  from?: From;
  numeric?: boolean;
}

export function Th({ from, numeric = false, className, ...rest }: CellShape & ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={classes(
        "sticky inset-bs-(--bar-height) z-10 border-b border-line-strong bg-paper px-3 py-2 font-medium whitespace-nowrap text-ink-2 first:ps-0 last:pe-0",
        numeric ? "text-end" : "text-start",
        from && shownFrom[from],
        className,
      )}
      {...rest}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={classes("group relative align-top hover:bg-hover/60", className)} {...rest} />;
}

export function Td({ from, numeric = false, className, ...rest }: CellShape & ComponentProps<"td">) {
  return (
    <td
      className={classes(
        "border-b border-line px-3 py-3 first:ps-0 last:pe-0",
        numeric && "text-end",
        from && shownFrom[from],
        className,
      )}
      {...rest}
    />
  );
}

/** The one link of a row; all of the row takes its click. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      className={classes(
        "text-ink no-underline after:absolute after:inset-0 group-hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus",
        className,
      )}
      {...rest}
    />
  );
}

/** The same as a report's title: read its own way, over two lines where one is too short. */
export function TitleLink(given: ComponentProps<typeof RowLink>) {
  return (
    <RowLink
      dir="auto"
      className="line-clamp-2 text-match-parent font-serif text-[1.0625rem] leading-snug font-semibold break-words"
      {...given}
    />
  );
}
