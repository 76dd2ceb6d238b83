import type { Ask } from "@/client/api/answer";
import { maxOperations } from "@/client/outbox/limits";
import type { Readable } from "@/client/outbox/queue";
import { askBatch, askVerdicts, type Outcome, outcomeOf } from "@/client/outbox/request";
import type { Row } from "@/client/outbox/row";
import { isBatchable, operationFor, requestFor } from "@/domain/change/registry";

/** From this many on they travel together; fewer go one by one, each as fast as it can. */
const batchFrom = 5;
const atOnce = 4;

/** What is sent next, and whether it travels in one request. */
export type Journey = { how: "singly" | "batch" | "verdicts"; rows: readonly Row[] };

/**
 * Chooses of what is ready what goes out now. `alone`: one at a time, because something that travelled with others made
 * trouble.
 */
export function nextJourney(ready: readonly Row[], alone: boolean): Journey {
  if (alone) return { how: "singly", rows: ready.slice(0, 1) };
  const here = ready.filter(({ reportId }) => reportId === ready[0]?.reportId);
  const verdicts = here.filter(({ deed }) => deed === "decide");
  if (verdicts.length > 1) return { how: "verdicts", rows: verdicts.slice(0, maxOperations) };
  const tags = here.filter(({ deed }) => isBatchable(deed));
  if (tags.length >= batchFrom) return { how: "batch", rows: tags.slice(0, maxOperations) };
  return { how: "singly", rows: ready.slice(0, atOnce) };
}

/** Sends changes; answers one outcome for each, in order. */
export function travel(ask: Ask, how: Journey["how"], sent: readonly Readable[]): Promise<Outcome[]> {
  const reportId = sent[0]?.row.reportId;
  if (reportId === undefined) return Promise.resolve([]);
  if (how === "singly") return singly(ask, sent);
  if (how === "verdicts") return decideTogether(ask, reportId, sent);
  return askBatch(
    ask,
    reportId,
    sent.flatMap(({ row, change }) => operationFor(change, row) ?? []),
  );
}

/** Decisions made in one go travel in one request; a correction goes alone. */
async function decideTogether(ask: Ask, reportId: string, sent: readonly Readable[]): Promise<Outcome[]> {
  const plain = sent.filter(({ change }) => !("change" in change));
  const rest = sent.filter(({ change }) => "change" in change);
  const [alike, apart] = await Promise.all([askVerdicts(ask, reportId, plain), singly(ask, rest)]);
  return sent.flatMap((each) => alike[plain.indexOf(each)] ?? apart[rest.indexOf(each)] ?? []);
}

function singly(ask: Ask, sent: readonly Readable[]): Promise<Outcome[]> {
  return Promise.all(
    sent.map(async ({ row, change }) => {
      const { method, path, body, headers } = requestFor(change, row);
      return outcomeOf(await ask(method, path, body, headers));
    }),
  );
}
