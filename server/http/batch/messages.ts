import type { Result } from "@/domain/failure";
import type { SentBatch } from "@/server/http/batch/answer";

export type Question = { nth: number; sent: SentBatch };

/** `broken`: what nobody expected, to be thrown where it was asked. */
export type Answer = { nth: number } & (
  | { answered: Result<Uint8Array<ArrayBuffer>> }
  | { broken: { message: string; code: string | undefined; stack: string | undefined } }
);
