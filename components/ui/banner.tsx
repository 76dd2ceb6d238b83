import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";

const tones = {
  info: "border-accent/30 bg-accent-wash",
  wait: "border-wait/30 bg-wait-wash",
  bad: "border-bad/40 bg-bad-wash",
  ok: "border-ok/30 bg-ok-wash",
};

/** Something that holds for the whole page or part, and stays until it no longer does. */
export function Banner({
  tone = "info",
  action,
  children,
}: {
  tone?: keyof typeof tones;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes("flex items-start gap-3 rounded-2 border px-4 py-2.5 text-small", tones[tone])}>
      <Icon name={tone === "ok" ? "check" : tone === "info" ? "info" : "warning"} className="mt-0.5" />
      <div className="min-w-0 grow">{children}</div>
      {action}
    </div>
  );
}
