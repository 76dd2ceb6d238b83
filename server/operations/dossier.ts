import "server-only";
import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject } from "@/domain/access/policy";
import type { DossierManifest } from "@/domain/event/dossier/verify";
import { sheetColumns } from "@/domain/event/sheet";
import { sheetCells } from "@/domain/event/sheet-cells";
import { fail, ok, type Result } from "@/domain/failure";
import { byteOrderMark, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";
import type { EventId } from "@/domain/ids";
import { nothingHeld, type Protection } from "@/domain/protection/protection";
import type { Gate } from "@/domain/protection/what-may-leave";
import { now } from "@/server/clock";
import { currentCodebook } from "@/server/data/codebooks";
import { remember } from "@/server/data/entries";
import {
  type DossierClaim,
  type DossierReport,
  dossierChanges,
  dossierClaims,
  dossierReports,
} from "@/server/data/events/dossier";
import { withDerived } from "@/server/data/events/find";
import { eventTypesOf } from "@/server/data/events/sheet-rows";
import { isPractice } from "@/server/data/projects";
import { gateOf } from "@/server/data/protection/gate";
import { protectionOf } from "@/server/data/protection/load";
import { inTransaction, sql } from "@/server/data/transaction";
import { standingTo } from "@/server/operations/on-event";

type Dossier = { fileName: string; bytes: Uint8Array<ArrayBuffer> };

/** Bytes of the originals of one dossier. */
const most = 256 * 1024 * 1024;

/** Everything that stands behind an event in one zip, for a court or a donor; what may not leave stays behind and is counted. */
export async function makeDossier(actor: Actor, id: EventId): Promise<Result<Dossier>> {
  const seen = await standingTo(sql, actor, id);
  if (!seen) return fail({ kind: "not-found" });
  const { standing, event: kept } = seen;
  const refusal = refusalInProject(actor, standing, "export");
  if (refusal) return fail(refusal);
  const { projectId } = kept;
  if (await isPractice(sql, actor.workspaceId, projectId)) return fail({ kind: "forbidden", reason: "practice" });
  const viewer = { actor, standing };
  const protection = await protectionOf(sql, { ...viewer, projectId });
  const gate = gateOf(protection);
  const { events, evidence } = await withDerived(sql, viewer, [kept], { free: protection.held ?? nothingHeld });
  const [event] = events;
  if (!event) return fail({ kind: "not-found" });
  const reports = await dossierReports(sql, actor.workspaceId, [...new Set(evidence.map(({ reportId }) => reportId))]);
  if (reports.reduce((sum, { bytes }) => sum + bytes.length, 0) > most)
    return fail({ kind: "too-large", limit: most, unit: "bytes" });
  const said = await dossierClaims(
    sql,
    viewer,
    event.content.claims.map((claim) => claim.id),
  );
  const { names } = await eventTypesOf(sql, actor.workspaceId, projectId);
  const { type } = event.content;
  const row = gate.event({
    event,
    type: type && (names.get(type) ?? type),
    reports: reports.map((report) => report.id),
  });
  const packed = packReports(reports, { protection, gate });
  const parts = new Map(event.content.claims.map((claim) => [claim.id, claim]));
  const claims = evidence.map((each) =>
    claimFile(each, { claim: said.find((one) => one.id === each.claimId), part: parts.get(each.claimId), packed }),
  );
  const changes = await dossierChanges(sql, actor.workspaceId, id);
  const columns = sheetColumns.map(({ name }) => name);
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const files: Record<string, Uint8Array> = {
    "README.txt": strToU8(readme),
    "row.csv": strToU8(byteOrderMark + csvLine([...columns, safeColumn]) + csvRow(columns, sheetCells(row), false)),
    "event.json": json(gate.value(row.event)),
    "claims.json": json(claims.map((claim) => gate.value(claim)).filter((claim) => claim !== undefined)),
    "changes.json": json(gate.value(changes)),
    "codebook.json": json(await currentCodebook(sql, actor.workspaceId, projectId)),
    ...packed.files,
  };
  const withheld = {
    claims: kept.content.claims.length - claims.length,
    texts: packed.texts,
    originals: packed.originals,
  };
  const remembered = await inTransaction(actor.workspaceId, async (tx) => {
    const refs = { format: "dossier", eventId: id, protection: protection.version };
    await remember(tx, { by: actor.userId, did: "exported", projectId, refs });
    return ok(undefined);
  });
  if (!remembered.ok) return remembered;
  const about = {
    eventId: id,
    version: event.version,
    title: gate.words(event.content.title),
    made: now().toISOString(),
    withheld,
  };
  return ok({ fileName: `dossier-${id}-v${event.version}.zip`, bytes: zipped(files, about) });
}

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

function zipped(
  files: Record<string, Uint8Array>,
  about: Omit<DossierManifest, "dossier" | "files">,
): Uint8Array<ArrayBuffer> {
  const manifest: DossierManifest = {
    dossier: 1,
    ...about,
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const mtime = new Date(about.made);
  return zipSync({ "manifest.json": strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...files }, { level: 6, mtime });
}

type Packed = { files: Record<string, Uint8Array>; textOf: Map<string, string>; texts: number; originals: number };

/** Reports as they leave. Text and original of one that names the protected stay behind, whole. */
function packReports(
  reports: readonly DossierReport[],
  { protection, gate }: { protection: Protection; gate: Gate },
): Packed {
  const packed: Packed = { files: {}, textOf: new Map(), texts: 0, originals: 0 };
  for (const { id, about, sha256: hash, text, bytes, fileName } of reports) {
    const bound =
      protection.described.includes(id) ||
      protection.passages.some(({ reportId }) => reportId === id) ||
      gate.namesIn(text).length > 0;
    const folder = `reports/${id}`;
    const original = bound ? null : `${folder}/original${endingOf(fileName)}`;
    if (original === null) {
      packed.texts += 1;
      packed.originals += 1;
    } else {
      packed.files[`${folder}/text.txt`] = strToU8(text);
      packed.files[original] = new Uint8Array(bytes);
      packed.textOf.set(id, `${folder}/text.txt`);
    }
    const said = { ...gate.value(about), original: { file: original, sha256: hash } };
    packed.files[`${folder}/report.json`] = strToU8(`${JSON.stringify(said, null, 2)}\n`);
  }
  return packed;
}

const endingOf = (fileName: string | null) => /\.[a-z0-9]{1,8}$/i.exec(fileName ?? "")?.[0].toLowerCase() ?? "";

type Evidence = Awaited<ReturnType<typeof withDerived>>["evidence"][number];
type About = {
  claim: DossierClaim | undefined;
  part: { part: string; denies?: readonly string[] | undefined } | undefined;
  packed: Packed;
};

const claimFile = (evidence: Evidence, { claim, part, packed }: About) => ({
  ...evidence,
  part: part?.part,
  denies: part?.denies ?? [],
  text: packed.textOf.get(evidence.reportId) ?? null,
  segments: (claim?.segments ?? []).map(({ start, end, quote }) => ({ start, end, quote })),
  codebookVersion: claim?.codebookVersion,
  verdicts: claim?.verdicts ?? [],
});

const readme = `Dossier of an event

row.csv        the event as one row of the event sheet
event.json     the event with what its claims come to
claims.json    every claim for and against it: quote, place in the text (code points), sources, verdicts
changes.json   every version of the event and every decision on it
codebook.json  the codebook by which it was tagged, with its version
reports/       of each report: report.json (where it came from, how it came in, what was done with it, the
               SHA-256 of the file that came in), text.txt and the original file, byte for byte
manifest.json  the SHA-256 of every other file, and what was withheld

Whether all of it is as it was made: npm run -s glossator -- dossier verify FILE
That command needs no database and no network. What may not leave was withheld and is counted.
`;
