import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

export type Tone = "plain" | "accent" | "red" | "blue" | "green" | "violet" | "ochre" | "bad";

const tones: Record<Tone, string> = {
  plain: "bg-sunken text-ink-2 border-line",
  accent: "bg-accent-wash text-accent",
  red: "bg-claim-wash text-claim",
  blue: "bg-place-wash text-place",
  green: "bg-source-wash text-source",
  violet: "bg-custom-wash text-custom",
  ochre: "bg-wait-wash text-wait",
  bad: "bg-bad-wash text-bad",
};

/** A small word of state or kind. */
export function Chip({
  tone = "plain",
  icon,
  dashed = false,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  dashed?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        "inline-flex max-w-full items-center gap-1.5 rounded-full border px-2.5 py-px text-small font-medium whitespace-nowrap",
        tone !== "plain" && !dashed && "border-transparent",
        dashed && "border-dashed border-current",
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
