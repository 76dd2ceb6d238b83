"use client";

import { createContext, type ReactNode, use } from "react";
import type { Ask } from "@/client/api/answer";
import { createAsk } from "@/client/api/ask";

const AskContext = createContext<Ask>(createAsk((...asked) => fetch(...asked)));

/** How components below ask the server; tests pass in their own answers. */
export function AskProvider({ ask, children }: { ask: Ask; children: ReactNode }) {
  return <AskContext value={ask}>{children}</AskContext>;
}

export function useAsk(): Ask {
  return use(AskContext);
}
