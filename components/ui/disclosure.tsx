import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** A heading that opens what it stands for; works before any script runs. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group/disclosure">
      <summary className="flex min-h-7 items-center gap-1.5 rounded-1 text-small font-medium text-ink-2 select-none hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon
          name="forward"
          className="size-3.5 transition-transform group-open/disclosure:rotate-90 rtl:group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
