import { parentPort } from "node:worker_threads";
import { stepBack } from "../../threads/step-back";
import { type BlockPart, partsOf } from "../block-parts";
import { type Reading, type Readings, readSent } from "../read-sent";
import type { Answer, Question } from "./messages";

/**
 * The thread that reads what is imported: decoding, guessing, dividing and hashing take seconds for a long text, and
 * whoever asks the server meanwhile is answered at once. It answers one question after the other.
 */

let chunks: Uint8Array[] = [];
let readings: Readings | undefined;
let report: Extract<Reading, { is: "report" }>["report"] | undefined;
let parts: Generator<BlockPart> | undefined;

async function answer(question: Question): Promise<Answer> {
  switch (question.ask) {
    case "take":
      for (const chunk of question.chunks) chunks.push(chunk);
      return { is: "end" };
    case "open": {
      const { type, languages } = question;
      const body = joined(chunks);
      chunks = [];
      const read = await readSent({ type, languages, body });
      if (!read.ok) return { is: "refused-all", failure: read.failure };
      readings = read.value;
      return { is: "opened", alone: readings.alone };
    }
    case "next":
      return next();
    case "part": {
      if (question.first || !parts) parts = partsOf(report?.blocks ?? []);
      const part = parts.next();
      return part.done ? { is: "end" } : { is: "part", part: part.value };
    }
    case "close":
      forget();
      return { is: "end" };
  }
}

async function next(): Promise<Answer> {
  parts = undefined;
  report = undefined;
  const read = await readings?.each.next();
  if (!read || read.done) return { is: "end" };
  if (read.value.is !== "report") return { is: "thing", thing: read.value };
  const { report: found, ...rest } = read.value;
  const { blocks: _, ...about } = found;
  report = found;
  return { is: "thing", thing: { ...rest, report: about } };
}

function forget(): void {
  chunks = [];
  readings = undefined;
  report = undefined;
  parts = undefined;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

if (parentPort) {
  const port = parentPort;
  stepBack();
  port.on("message", (question: Question) => {
    void answer(question)
      .catch((error: unknown): Answer => {
        const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
        return { is: "broken", error: { message, stack } };
      })
      .then((answered) => port.postMessage(answered));
  });
}
