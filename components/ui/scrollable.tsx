import type { ReactNode } from "react";

/** What is wider or longer than its place scrolls in it; it takes the focus, so that the keyboard can scroll it too. */
export function Scrollable({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const focused = { tabIndex: 0 };
  return (
    <section aria-label={label} className={className} {...focused}>
      {children}
    </section>
  );
}
