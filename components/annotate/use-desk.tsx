"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import type { Desk, DeskState } from "@/client/desk/desk";

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The report open in this window, and everything that can be done to it. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("A DeskProvider is missing above.");
  return desk;
}

/**
 * A part of what is true now; renders again when that part is another one. The selector gives the same thing for the
 * same state: pick, don't build (build with useMemo from what was picked).
 */
export function useReader<T>(selector: (state: DeskState) => T): T {
  const desk = useDesk();
  const pick = () => selector(desk.getState());
  return useSyncExternalStore((changed) => desk.subscribe(changed), pick, pick);
}
