import "server-only";

type Line = { level: "info" | "warn" | "error"; what: string } & Record<string, string | number | undefined>;

/** One line of JSON on stderr. Never a body, a password, a token or a report's words. */
export function log(line: Line): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
}

export const wordsOf = (error: unknown): { error: string; stack?: string | undefined } =>
  error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };
