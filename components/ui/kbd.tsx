import type { ReactNode } from "react";

/** The key that does the same, shown where it works. */
export function Kbd({ children, onAccent = false }: { children: ReactNode; onAccent?: boolean }) {
  const ground = onAccent ? "border-current text-current opacity-80" : "border-line-strong bg-surface text-ink-2";
  return (
    <kbd
      className={`inline-flex min-w-4.5 items-center justify-center rounded-1 border border-b-2 px-1 py-0.5 font-sans text-[0.68rem] leading-none font-medium tracking-normal normal-case ${ground}`}
    >
      {children}
    </kbd>
  );
}
