import "server-only";
import { fail, ok } from "@/domain/failure";
import type { ReportId, UserId } from "@/domain/ids";
import type { AskedRelease } from "@/domain/release/asked";
import { jsonFile, manifestName, withdrawnName } from "@/domain/release/manifest";
import type { ReleaseFile } from "@/domain/release/release";
import { mostOfArchive, zipLayout } from "@/domain/release/zip-layout";
import { now } from "@/server/clock";
import { remember } from "@/server/data/entries";
import { countLeaving } from "@/server/data/export/counts";
import { openSnapshot, type Snapshot } from "@/server/data/export/snapshot";
import { starterOf } from "@/server/data/jobs/starter";
import { gateOf } from "@/server/data/protection/gate";
import { hasTightened, protectionOf } from "@/server/data/protection/load";
import { acceptedEvents, analystsWithLayers, reportsLeaving } from "@/server/data/releases/holdings";
import {
  allThere,
  asksForApproval,
  beginRelease,
  dropUnfinished,
  finishedBefore,
  finishRelease,
  nextNumber,
  releaseIdOf,
} from "@/server/data/releases/making";
import { packedFiles } from "@/server/data/releases/parts";
import { standingIn } from "@/server/data/standings";
import { inTransaction, sql } from "@/server/data/transaction";
import { JobFailed, type Running } from "@/server/jobs/kind";
import type { Taking } from "@/server/operations/export-sheet";
import { agreed } from "@/server/release/agreed";
import { askForApproval } from "@/server/release/ask-for-approval";
import { heldUp, sentenceOf } from "@/server/release/held-up";
import { type Keeping, keepFile, textChunks } from "@/server/release/keep-file";
import { groundsOf, pagesOf, type Told, toldOf } from "@/server/release/pages";
import { sinceLast } from "@/server/release/since-last";
import { coverageText, eventsText, sha256, splitsText, withdrawnText } from "@/server/release/tables";
import { askedIn, askedOfAnalyst, dataFiles, headerIn, lossesIn, type Who } from "@/server/release/view";
import { type DataJob, dataChunks } from "@/server/release/write-data";

type Job = Running<AskedRelease>;
/** What came of the job: the release, its number, and whether it waits for a second person. */
export type MadeRelease = { release: string; number: number; waiting: boolean };

/** Freezes what a project has at one moment: every file is written from one view of the database. */
export async function makeRelease(job: Job): Promise<MadeRelease> {
  const actor = await starterOf(sql, job);
  const standing = actor && (await standingIn(sql, actor, job.projectId));
  if (!actor || !standing) throw new JobFailed("Whoever started this is not in the project any more.");
  const before = await finishedBefore(sql, job);
  if (before) return { release: releaseIdOf(job), ...before };
  const who = { actor, standing, projectId: job.projectId };
  const agreement = await agreed(actor, job.projectId);
  await begin(job);
  const snapshot = await openSnapshot();
  const awake = setInterval(() => void snapshot.rows("select 1").catch(() => undefined), 60_000);
  try {
    return await written(job, who, { snapshot, agreement });
  } catch (error) {
    await inTransaction(job.workspaceId, async (tx) => ok(await dropUnfinished(tx, job))).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(awake);
    await snapshot.end();
  }
}

async function begin(job: Job): Promise<void> {
  await inTransaction(job.workspaceId, async (tx) => ok(await beginRelease(tx, job, job.data)));
}

type View = { snapshot: Snapshot; agreement: Told["agreement"] };

async function written(job: Job, who: Who, { snapshot, agreement }: View): Promise<MadeRelease> {
  const protection = await protectionOf(snapshot, who);
  const taking: Taking = { ...who, protection, gate: gateOf(protection) };
  const asked = { ...askedIn(who, job.data), held: protection.held };
  const held = await heldUp(snapshot, asked, job.data);
  if (held[0]) throw new JobFailed(sentenceOf(held[0]));
  const counts = await countLeaving(snapshot, asked);
  const events = await acceptedEvents(snapshot, asked);
  const header = await headerIn(snapshot, asked);
  const reports = await reportsLeaving(snapshot, asked);
  const rows = dataFiles.reduce((sum, file) => sum + file.rows(counts), 0);
  const keeping = progressing(job, rows);
  const files: ReleaseFile[] = [];
  const keep = async (name: string, chunks: AsyncIterable<Uint8Array>) =>
    void files.push(await keepFile(keeping, { nth: files.length, name }, chunks));
  const keepText = (name: string, texts: AsyncIterable<string> | Iterable<string>) => keep(name, textChunks(texts));
  const data: DataJob = { snapshot, asked, header, counts, protection, signal: job.signal };
  for (const file of dataFiles) await keep(file.name, dataChunks(data, file));
  if (job.data.layers === "analysts") await keepLayers(data, keep);
  if (events > 0) {
    await keepText("events.csv", eventsText(snapshot, taking, job.data.date));
    await keepText("coverage.csv", coverageText(snapshot, taking));
  }
  if (job.data.split) await keepText("splits.csv", splitsText(snapshot, asked, { reports, shares: job.data.split }));
  const newer = { workspaceId: job.workspaceId, id: releaseIdOf(job), files };
  const { since, withdrawn } = await sinceLast(sql, snapshot, asked, newer);
  await keepText(withdrawnName, withdrawnText(withdrawn, taking.gate));
  for (const { name, text } of groundsOf(header, taking.gate)) await keepText(name, [text]);
  await expectArchive(job);
  const told = {
    asked: job.data,
    header,
    counts: { ...counts, events },
    losses: lossesIn(counts, header, protection),
    agreement,
    since,
  };
  return numbered(job, { told, files, reports, taking, keepText });
}

/** An archive without extensions has an end. */
async function expectArchive(job: Job): Promise<void> {
  const packed = await packedFiles(sql, { workspaceId: job.workspaceId, id: releaseIdOf(job) });
  const { length } = zipLayout(packed);
  if (length <= mostOfArchive && packed.every(({ bytes }) => bytes <= mostOfArchive)) return;
  throw new JobFailed(
    "A release has room for 4 GiB, and this would be more. Nothing was kept; narrow it and make several.",
  );
}

/** Each analyst's own layer in a folder, where it is open. */
async function keepLayers(data: DataJob, keep: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>) {
  for (const analyst of await analystsWithLayers(data.snapshot, data.asked)) {
    const asked = askedOfAnalyst(data.asked, analyst);
    const counts = await countLeaving(data.snapshot, asked);
    const header = await headerIn(data.snapshot, asked);
    for (const file of dataFiles.filter(({ name }) => ofLayers.has(name)))
      await keep(
        `analysts/${calledIn(data, analyst)}/${file.name}`,
        dataChunks({ ...data, asked, header, counts }, file),
      );
  }
}

/** An analyst's id, or what they are called where analysts leave under other names. */
const calledIn = ({ protection: { people } }: DataJob, analyst: UserId) =>
  people.find(({ id }) => id === analyst)?.pseudonym ?? analyst;

const ofLayers = new Set(["dataset.jsonl", "annotations.csv", "links.csv"]);

/** Tells how many rows were kept, no more often than somebody looks. */
function progressing(job: Job, total: number): Keeping {
  let [lines, told] = [0, 0];
  return {
    job,
    signal: job.signal,
    kept(more) {
      lines += more;
      if (performance.now() - told < 500) return;
      told = performance.now();
      void job.progress(Math.min(lines, total), total).catch(() => undefined);
    },
  };
}

type Ending = {
  told: Omit<Told, "number" | "releasedAt">;
  files: ReleaseFile[];
  reports: readonly ReportId[];
  taking: Taking;
  keepText(name: string, texts: Iterable<string>): Promise<void>;
};

/** Gives the release its number and what explains it, in the one transaction with which it is there. */
async function numbered(job: Job, { told, files, reports, taking, keepText }: Ending): Promise<MadeRelease> {
  const number = await soFar(job);
  const releasedAt = now().toISOString();
  const whole = { ...told, number, releasedAt };
  for (const { name, text } of pagesOf(whole, [...files])) await keepText(name, [text]);
  const manifest = jsonFile({ ...toldOf(whole), files: [...files] });
  await keepText(manifestName, [manifest]);
  job.signal.throwIfAborted();
  if (await hasTightened(sql, taking, taking.protection.version))
    throw new JobFailed("What may leave was narrowed while the release was made. Nothing was kept; make it again.");
  const done = await inTransaction<boolean>(job.workspaceId, async (tx) => {
    if ((await nextNumber(tx, job)) !== number) return fail({ kind: "conflict", current: undefined });
    if (!(await allThere(tx, job, reports))) return fail({ kind: "not-found" });
    const asks = await asksForApproval(tx, job);
    const protection = asks ? taking.protection.version : null;
    const whole = { number, digest: sha256(manifest), at: releasedAt, counts: told.counts, protection };
    await finishRelease(tx, job, whole, reports);
    const refs = { releaseId: releaseIdOf(job), number };
    const did = asks ? "asked-release" : "made-release";
    await remember(tx, { by: job.by, did, projectId: job.projectId, refs });
    if (asks) await askForApproval(tx, job);
    return ok(asks);
  });
  if (done.ok) return { release: releaseIdOf(job), number, waiting: done.value };
  throw new JobFailed(
    done.failure.kind === "not-found"
      ? "A report was deleted while the release was made. Nothing was kept; make it again."
      : "Another release of this project was made at the same time. Nothing was kept; make it again.",
  );
}

async function soFar(job: Job): Promise<number> {
  const next = await inTransaction(job.workspaceId, async (tx) => ok(await nextNumber(tx, job)));
  if (!next.ok) throw new JobFailed("The project could not be read. Nothing was kept; make it again.");
  return next.value;
}
