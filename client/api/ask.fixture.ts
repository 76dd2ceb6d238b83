import type { Answer, Ask } from "@/client/api/answer";

/** Asks a server that a test made up. */
export const askOf = (
  answer: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer<unknown>>,
): Ask =>
  // The test says what the server would; whoever asks says which shape they expect of it.
  answer as never;
