import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/access/actor";
import { AskedExport } from "@/domain/formats/asked";
import type { ReportBundle } from "@/domain/formats/dataset";
import { readJsonl } from "@/domain/formats/read-jsonl";
import { EntityId, type ProjectId, type ReportId, TagId } from "@/domain/ids";
import { bare, changesFor, Gold, nameOfPlace, segmentsOf } from "@/prisma/builders/gold-report";
import { aPerson } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { hasSharedData, sharedBytes, sharedJson } from "@/prisma/builders/shared-data";
import { inShort } from "@/prisma/builders/tag";
import { aWorkspace } from "@/prisma/builders/workspace";
import { sql } from "@/server/data/transaction";
import { incomingFile, UploadFields } from "@/server/import/upload";
import { newId } from "@/server/new-id";
import { changeTags } from "@/server/operations/change-tags";
import { exportDataset } from "@/server/operations/export-dataset";
import { importReports } from "@/server/operations/import-reports";
import { openReport } from "@/server/operations/open-report";

async function entitiesFor(actor: Actor, projectId: ProjectId) {
  const made = new Map<string, EntityId>();
  for (const name of ["S1", "S2", "S3"]) {
    const id = newId(EntityId);
    made.set(name, id);
    await sql.rows(
      "insert into entity (workspace_id, id, project_id, name, kind, created_by) values ($1, $2, $3, $4, 'local or field', $5)",
      [actor.workspaceId, id, projectId, name, actor.userId],
    );
  }
  return made;
}

async function exported(actor: Actor, reportId: ReportId) {
  const download = await exportDataset(actor, { reportId }, AskedExport.parse({ state: "all" }));
  if (!download.ok) throw new Error(download.failure.kind);
  const chunks: Uint8Array[] = [];
  for await (const chunk of download.value.chunks) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const dataset = readJsonl(text, (part) => createHash("sha256").update(part).digest("hex"));
  const bundles: ReportBundle[] = [];
  for await (const bundle of dataset.reports({})) bundles.push(bundle);
  const [bundle] = bundles;
  if (!bundle) throw new Error("No report was exported.");
  return { counts: await dataset.counts(), bundle };
}

describe.skipIf(!hasSharedData)("the real report, from its file to a dataset", () => {
  const gold = hasSharedData ? Gold.parse(sharedJson("gold-report.json")) : undefined;
  let actor: Actor;
  let projectId: ProjectId;
  let reportId: ReportId;

  beforeAll(async () => {
    actor = await aPerson(await aWorkspace());
    projectId = await aProject(actor);
    const given = {
      name: "000_67e095fd85001a7c.txt",
      bytes: new Uint8Array(sharedBytes("reports/000_67e095fd85001a7c.txt")),
      title: undefined,
      opId: undefined,
    };
    const incoming = await incomingFile(given, UploadFields.parse({}));
    if (!("put" in incoming)) throw new Error("The real report was not read.");
    const imported = await importReports(actor, projectId, [incoming]);
    const [answer] = imported.ok ? imported.value : [];
    if (answer?.outcome !== "imported") throw new Error("The real report was not imported.");
    reportId = answer.id;
  });

  test("its original is kept byte for byte", async () => {
    const opened = await openReport(actor, reportId);
    expect(opened.ok && opened.value.report.original.sha256).toBe(gold?.reportSha256);
  });

  test("all that the analyst said can be expressed, leaves, and comes back as it was", async () => {
    if (!gold) return;
    const opened = await openReport(actor, reportId);
    if (!opened.ok) throw new Error(opened.failure.kind);
    const { changes, ids } = changesFor(gold, {
      revisionId: opened.value.report.revisionId,
      entityOf: await entitiesFor(actor, projectId),
      newId: () => newId(TagId),
    });
    const answers = await changeTags(
      actor,
      reportId,
      changes.map((value) => ({ ok: true, value })),
    );
    expect(answers.ok && answers.value.map(inShort).filter((said) => !said.startsWith("created"))).toEqual([]);

    const { counts, bundle } = await exported(actor, reportId);
    expect(counts).toMatchObject({ claims: 29, sources: 8, places: 74, relationsLeftBehind: 0 });
    const byId = new Map(bundle.annotations.map(({ tag }) => [tag.id, tag]));
    const spans = (name: string) => byId.get(ids.get(name) as TagId)?.segments.map(bare);
    for (const { id, segments, kind, certainty, polarity, standing } of gold.claims) {
      expect(spans(id)).toEqual(segments);
      expect(byId.get(ids.get(id) as TagId)?.attributes).toEqual({ kind, certainty, polarity, standing });
    }
    for (const source of gold.sources) expect(spans(source.id)).toEqual([bare(source)]);
    for (const place of gold.places) {
      expect(spans(nameOfPlace(segmentsOf(place)))).toEqual(segmentsOf(place).map(bare));
    }
    const links = bundle.relations.map(({ tag }) => tag);
    const nameOf = new Map([...ids].map(([name, id]) => [id, name]));
    expect(
      links
        .filter(({ kind }) => kind === "attributed-to")
        .map(({ from, to }) => [nameOf.get(from), to && nameOf.get(to)])
        .toSorted(),
    ).toEqual(
      gold.claims.map(({ id, attributedTo }) => [id, attributedTo === "article" ? undefined : attributedTo]).toSorted(),
    );
    expect(links.filter(({ kind }) => kind === "located-at")).toHaveLength(
      gold.claims.flatMap((c) => c.locatedAt).length,
    );
    expect(
      links
        .filter(({ cue }) => cue)
        .map(({ cue }) => cue?.segments[0]?.quote)
        .toSorted(),
    ).toEqual(gold.claims.flatMap(({ cue }) => cue?.quote ?? []).toSorted());
    const claims = new Set(gold.claims.map(({ id }) => id));
    expect(
      links
        .map(({ from, kind, to }) => [nameOf.get(from), kind, to && nameOf.get(to)])
        .filter(([, , to]) => to && claims.has(to))
        .toSorted(),
    ).toEqual(gold.claimRelations.toSorted());
  });
});
