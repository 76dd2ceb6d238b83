"use client";

import { createContext, type ReactNode, use } from "react";
import { type Ask, askServer } from "@/client/api/answer";

const AskContext = createContext<Ask>(askServer);

/** How components below ask the server; tests pass in their own answers. */
export function AskProvider({ ask, children }: { ask: Ask; children: ReactNode }) {
  return <AskContext value={ask}>{children}</AskContext>;
}

export function useAsk(): Ask {
  return use(AskContext);
}
