import type { Failure } from "@/domain/failure";
import type { BlockPart } from "@/server/import/block-parts";
import type { Reading, SentBody } from "@/server/import/read-sent";

/** A report as it comes out of the workshop: its blocks are asked for on their own. */
export type ReportRead = Omit<Extract<Reading, { is: "report" }>, "report"> & {
  report: Omit<Extract<Reading, { is: "report" }>["report"], "blocks">;
};

/** What is asked of the workshop, one question at a time. */
export type Question =
  /** Some of the body; then all of it, in what it came as. */
  | { ask: "take"; chunks: readonly Uint8Array[] }
  | { ask: "open"; type: string; languages: SentBody["languages"] }
  /** The next thing to import. */
  | { ask: "next" }
  /** The blocks of the report that came last: from the first on, then the others. */
  | { ask: "part"; first: boolean }
  | { ask: "close" };

export type Answer =
  | { is: "opened"; alone: boolean }
  | { is: "refused-all"; failure: Failure }
  | { is: "thing"; thing: ReportRead | Exclude<Reading, { is: "report" }> }
  | { is: "part"; part: BlockPart }
  | { is: "end" }
  | { is: "broken"; error: { message: string; stack: string | undefined } };
