import type { ReactNode } from "react";

/** Something that just happened, to be told in passing. */
export interface Notice {
  title: ReactNode;
  detail?: ReactNode;
  tone?: "plain" | "bad";
  /** Takes back what the notice tells of. */
  undo?: () => void;
  /** Another single deed; `name` says it to those who cannot reach the button in time. */
  action?: { name: string; run: () => void };
}
