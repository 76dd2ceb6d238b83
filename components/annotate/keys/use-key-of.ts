"use client";

import { type Deed, keyOf, keyWhileChosen } from "@/components/annotate/keys/registry";
import { useReader } from "@/components/annotate/use-desk";

/** The key to show beside an action's button, as long as pressing it does that action. */
export function useKeyOf(): (deed: Deed) => string | undefined {
  const choosing = useReader((state) => state.passage.length > 0);
  return choosing ? keyWhileChosen : keyOf;
}
