"use client";

import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import type { ReaderSession, ReaderState } from "@/components/reader/session/session";

const SessionContext = createContext<ReaderSession | null>(null);

export function SessionProvider({ session, children }: { session: ReaderSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The report open in this window, and everything that can be done to it. */
export function useSession(): ReaderSession {
  const session = use(SessionContext);
  if (!session) throw new Error("A SessionProvider is missing above.");
  return session;
}

/**
 * A part of what is true now; renders again when that part is another one. The selector gives the same thing for the
 * same state: pick, don't build (build with useMemo from what was picked).
 */
export function useReader<T>(selector: (state: ReaderState) => T): T {
  const session = useSession();
  const pick = () => selector(session.getState());
  return useSyncExternalStore((changed) => session.subscribe(changed), pick, pick);
}
