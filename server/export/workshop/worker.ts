import { createHash } from "node:crypto";
import { type MessagePort, parentPort } from "node:worker_threads";
import { formatById } from "@/domain/formats/registry";
import { whatMayLeave } from "@/domain/protection/what-may-leave";
import { bundlesOf, unreadBundlesOf } from "../../data/export/bundles";
import { openReading } from "../../data/export/reading";
import { stepBack } from "../../threads/step-back";
import { tried, written } from "../archive";
import { ahead, type Counted, type FromThread, type Job, type ToThread, type Trial } from "./messages";

/** The thread that writes exports, one after the other: rows come in by COPY and leave as chunks of the file, and nobody waits for it. */

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Something that comes once. */
function promised<T>() {
  let fulfil: (value: T) => void = () => undefined;
  const value = new Promise<T>((resolve) => {
    fulfil = resolve;
  });
  return { value, fulfil };
}

/** Lets through as many as were allowed, and waits for more. */
function allowance(first: number) {
  let left = first;
  let wake: () => void = () => undefined;
  return {
    more() {
      left += 1;
      wake();
    },
    async one() {
      while (left === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      left -= 1;
    },
  };
}

function listen(port: MessagePort): void {
  const say = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const begin = () => ({ counted: promised<Counted>(), allowed: allowance(ahead) });
  let now = begin();
  port.on("message", (message: ToThread) => {
    if (message.is === "counted") now.counted.fulfil(message.counted);
    else if (message.is === "wanted") now.allowed.more();
    else {
      now = begin();
      const { counted, allowed } = now;
      const working =
        message.is === "trial"
          ? tryOut(message.trial, say)
          : write(message.job, { counted: counted.value, allowed: allowed.one, say });
      void working.catch((error: unknown) => {
        const { message: words, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
        const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
        say({ is: "broken", error: { message: words, code, stack } });
      });
    }
  });
}

type Talk = {
  counted: Promise<Counted>;
  allowed: () => Promise<void>;
  say: (message: FromThread, transfer?: ArrayBuffer[]) => void;
};

/** What a job is about, read from the view of the database that its sender holds. */
async function opened(job: Job, counts: () => Promise<Counted["counts"]>) {
  const format = formatById(job.format);
  if (!format) throw new Error(`There is no format ${job.format}.`);
  const files = format.files.filter(({ layer }) => job.layers.includes(layer));
  const reading = await openReading(job.databaseUrl, job.snapshot);
  const { header } = job;
  const gate = whatMayLeave(job.protection, sha256);
  const dataset = gate.dataset({
    header,
    counts,
    reports: (parts) => bundlesOf(reading, job.statements, parts),
    unread: (parts) => unreadBundlesOf(reading, job.statements, parts),
  });
  return { format, files, dataset, end: () => reading.end() };
}

async function tryOut({ job, counts, within }: Trial, say: Talk["say"]): Promise<void> {
  const { dataset, files, end } = await opened(job, () => Promise.resolve(counts));
  const losses = await tried(dataset, { files, options: job.options, within });
  await end();
  say({ is: "tried", losses: losses ?? null });
}

async function write(job: Job, { counted, allowed, say }: Talk): Promise<void> {
  const { format, files, dataset, end } = await opened(job, async () => (await counted).counts);
  say({ is: "begun" });
  const losses = async () => (await counted).losses;
  for await (const bytes of written(dataset, { format, files, options: job.options, gz: job.gz, losses })) {
    await allowed();
    // A copy of its own: what zlib hands out may share its memory.
    const chunk = new Uint8Array(bytes);
    say({ is: "chunk", chunk }, [chunk.buffer]);
  }
  await end();
  say({ is: "end" });
}

if (parentPort) {
  stepBack();
  listen(parentPort);
}
