"use client";

import { type Deed, keyOf, keyWhileChosen } from "@/components/reader/keys/registry";
import { useReader } from "@/components/reader/session/use-session";

/** The key to show beside a deed's button, as long as pressing it does that deed. */
export function useKeyOf(): (deed: Deed) => string | undefined {
  const choosing = useReader((state) => state.passage.length > 0);
  return choosing ? keyWhileChosen : keyOf;
}
