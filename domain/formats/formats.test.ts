import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { AskedExport } from "@/domain/formats/asked";
import type { Dataset, ReportBundle } from "@/domain/formats/dataset";
import type { Entry, ExportFile, ExportOptions } from "@/domain/formats/format";
import { lossLedger } from "@/domain/formats/loss";
import { menuOf } from "@/domain/formats/menu";
import { readJsonl, UnreadableDataset } from "@/domain/formats/read-jsonl";
import { formatById, formats } from "@/domain/formats/registry";
import { aDataset, claimId, entityId, sampleCounts } from "@/domain/formats/sample.fixture";
import { RevisionId, UserId } from "@/domain/ids";
import { offsetUnits } from "@/domain/interchange/units";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hash = () => {
  const digest = createHash("sha256");
  return { update: (text: string) => void digest.update(text), hex: () => digest.digest("hex") };
};

const usual = { raw: false, byteOrderMark: false, comments: true };

async function written(file: ExportFile, dataset: Dataset, options: Partial<ExportOptions> = {}) {
  let text = "";
  const all = { ...usual, ...options, hash, ledger: lossLedger() };
  const decoder = new TextDecoder();
  const add = async (pieces: Entry["pieces"]) => {
    for await (const piece of pieces) text += typeof piece === "string" ? piece : decoder.decode(piece);
  };
  if ("write" in file) await add(file.write(dataset, all));
  else for await (const entry of file.entries(dataset, all)) await add(entry.pieces);
  return text;
}

const bundlesOf = async (dataset: Dataset) => {
  const bundles: ReportBundle[] = [];
  for await (const bundle of dataset.reports({})) bundles.push(bundle);
  return bundles;
};

const layer = (name: string) => {
  const found = formatById("csv")?.files.find((file) => file.layer === name);
  if (!found) throw new Error(`No layer ${name}`);
  return found;
};

const table = async (name: string, raw = false): Promise<Record<string, string>[]> =>
  parse(await written(layer(name), aDataset(), { raw }), { columns: true });

describe.each(formats)("every format: $id", (format) => {
  test("says its offset unit and writes every file it names", async () => {
    if (format.offsetUnit !== null) expect(offsetUnits).toContain(format.offsetUnit);
    for (const file of format.files) expect(await written(file, aDataset())).not.toBe("");
  });

  test("writes the same bytes twice from the same snapshot", async () => {
    for (const file of format.files) {
      const dataset = aDataset();
      expect(await written(file, dataset)).toBe(await written(file, dataset));
    }
  });

  test("is in the documentation, in the API's description, and has a name on the menu", () => {
    const docs = readFileSync(join(import.meta.dirname, "..", "..", "docs", "FORMATS.md"), "utf8");
    expect(docs).toContain(`\`${format.id}\``);
    expect(AskedExport.shape.format.description).toContain(`${format.id}: ${format.name}`);
    expect(menuOf(formats).map(({ id }) => id)).toContain(format.id);
  });

  test("names no loss of what is not there", () => {
    const { header } = aDataset();
    for (const { count } of format.losses(sampleCounts, header.filters, usual)) expect(count).not.toBe(0);
  });
});

describe("the native format", () => {
  const native = () => formats[0]?.files[0] as ExportFile;

  test("reads back exactly what it wrote", async () => {
    const dataset = aDataset();
    const again = readJsonl(await written(native(), dataset), sha256);
    const byId = ({ people, ...header }: Dataset["header"]) => ({
      ...header,
      people: people.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    });
    expect(byId(again.header)).toEqual(byId(dataset.header));
    expect(await again.counts()).toEqual(await dataset.counts());
    expect(await bundlesOf(again)).toEqual(await bundlesOf(dataset));
  });

  test("says each thing once", async () => {
    const text = await written(native(), aDataset());
    const [, reviewer] = aDataset().header.people;
    expect(text.split(reviewer?.id ?? "?")).toHaveLength(2);
    expect(text).not.toContain('"prefix"');
    expect(text.split("near Aqayrabat, =local sources said.")).toHaveLength(2);
  });

  test("keeps the context of words in a text that is not there, what a version said of merged entities, and earlier versions", async () => {
    const dataset = aDataset();
    const [bundle] = await bundlesOf(dataset);
    const [first, ...others] = bundle?.annotations ?? [];
    const [version] = first?.versions ?? [];
    if (!bundle || !first || !version?.anchor) throw new Error("No sample.");
    const elsewhere = RevisionId.parse(entityId);
    const earlier = {
      ...version,
      kind: "place",
      anchor: { ...version.anchor, revisionId: elsewhere },
      origin: "engine:x",
    };
    const tag = { ...first.tag, version: 2, updatedBy: UserId.parse(entityId), updatedAt: "2026-06-03T10:00:00.000Z" };
    const now = { ...version, number: 2, state: "accepted" as const, by: tag.updatedBy, at: tag.updatedAt };
    const versions = [earlier, { ...now, attributes: { kind: "event", said: "otherwise" } }];
    const changed = { ...bundle, annotations: [{ ...first, tag, versions }, ...others] };
    const again = readJsonl(
      await written(native(), {
        ...dataset,
        reports: async function* () {
          yield changed;
        },
      }),
      sha256,
    );
    expect(await bundlesOf(again)).toEqual([changed]);
  });

  test("reads what version 1 wrote", async () => {
    const again = readJsonl(readFileSync(join(import.meta.dirname, "version-1.fixture.jsonl"), "utf8"), sha256);
    const { guidelinesProse: _later, ...header } = aDataset().header;
    expect(again.header).toEqual(header);
    expect(await again.counts()).toEqual(sampleCounts);
    const [[bundle], [now]] = [await bundlesOf(again), await bundlesOf(aDataset())];
    expect(bundle?.report).toEqual(now?.report);
    expect(bundle?.threads).toEqual(now?.threads);
    expect(bundle?.annotations.map(({ versions, verdicts }) => ({ versions, verdicts }))).toEqual(
      now?.annotations.map(({ versions, verdicts }) => ({ versions, verdicts })),
    );
  });

  test("refuses a version that is not known yet", async () => {
    const text = (await written(native(), aDataset())).replace('"formatVersion":2', '"formatVersion":3');
    expect(() => readJsonl(text, sha256)).toThrow("Line 1: Only versions 1 and 2 can be read.");
  });

  test.each([
    { when: "the end is missing", change: (lines: string[]) => lines.slice(0, -1), says: /cut off/ },
    {
      when: "a letter was changed",
      change: (lines: string[]) => lines.map((line) => line.replace("Soldiers", "Sailors")),
      says: /SHA-256/,
    },
    { when: "a line is no JSON", change: (lines: string[]) => lines.with(1, "{"), says: /Line 2: This is not JSON/ },
    { when: "a line was lost", change: (lines: string[]) => lines.toSpliced(-2, 1), says: /counts/ },
    {
      when: "a person is not named",
      change: (lines: string[]) => lines.toSpliced(2, 1),
      says: /Line 4: No line before names person/,
    },
  ])("refuses a file when $when", async ({ change, says }) => {
    const lines = (await written(native(), aDataset())).trimEnd().split("\n");
    const text = `${change(lines).join("\n")}\n`;
    expect(() => readJsonl(text, sha256)).toThrow(UnreadableDataset);
    expect(() => readJsonl(text, sha256)).toThrow(says);
  });
});

describe("the tables", () => {
  test("a claim's row says who said what where, how sure and who checked it", async () => {
    const [row] = await table("claims");
    expect(row).toMatchObject({
      annotation_id: claimId,
      quote: "Soldiers reached the pipeline",
      claim_kind: "event",
      source_entity_ids: entityId,
      source: "Local sources",
      grade: "C3",
      place: "Aqayrabat",
      place_role: "near",
      segments: "2..31",
      latitude: "34.9",
      decision: "accept",
      decided_by: "Reviewer",
      offset_unit: "code point",
    });
  });

  test("background claims stay out of the claims unless asked for", async () => {
    expect(await table("claims")).toHaveLength(1);
    expect(await table("annotations")).toHaveLength(4);
  });

  test("a relation names both its ends, a source mention its speaker", async () => {
    expect((await table("links")).map((row) => [row["link_kind"], row["to_quote"]])).toEqual([
      ["attributed-to", "'=local sources"],
      ["located-at", "Aqayrabat"],
    ]);
    expect(await table("sources")).toMatchObject([{ entity_id: entityId, source_reliability: "C" }]);
  });

  test("a cell that a spreadsheet would execute is made safe and marked; raw leaves it", async () => {
    expect(await table("sources")).toMatchObject([{ quote: "'=local sources", cells_made_safe: "quote" }]);
    const [raw] = await table("sources", true);
    expect(raw).toMatchObject({ quote: "=local sources" });
    expect(raw).not.toHaveProperty("cells_made_safe");
  });

  test("line breaks, quotes and commas in a comment survive", async () => {
    expect(await table("comments")).toMatchObject([{ comment: 'Is "near",\nreally, near?' }]);
  });

  test("a table begins with a byte order mark where one is wanted", async () => {
    const claims = layer("claims");
    expect(await written(claims, aDataset(), { byteOrderMark: true })).toBe(
      `\uFEFF${await written(claims, aDataset())}`,
    );
  });

  test("an id has one name in every table, and what it points to is there", async () => {
    const [claim] = await table("claims");
    const ids = async (name: string, column: string) => (await table(name)).map((row) => row[column]);
    expect(await ids("annotations", "annotation_id")).toContain(claim?.["annotation_id"]);
    expect(await ids("sources", "annotation_id")).toContain(claim?.["source_annotation_ids"]);
    expect(await ids("places", "annotation_id")).toContain(claim?.["place_annotation_id"]);
    expect(await ids("entities", "entity_id")).toContain(claim?.["source_entity_ids"]);
    expect(await ids("reports", "report_id")).toContain(claim?.["report_id"]);
    expect(await ids("links", "from_annotation_id")).toContain(claim?.["annotation_id"]);
  });

  test("attributes stand in columns of their own", async () => {
    const rows = await table("annotations");
    expect(rows.find(({ kind }) => kind === "place")).toMatchObject({ located_name: "Uqayribat", latitude: "34.9" });
    expect(rows[0]).toMatchObject({ claim_kind: "event", information_credibility: "3", latitude: "" });
  });

  test("no span looks like a day or a time to a spreadsheet", async () => {
    for (const { segments = "" } of await table("annotations")) expect(segments).toMatch(/^\d+\.\.\d+(;\d+\.\.\d+)*$/);
  });

  test("the rows that are announced are the rows that are written", async () => {
    const { header } = aDataset();
    for (const file of formatById("csv")?.files ?? [])
      expect(await table(file.layer), file.name).toHaveLength(file.rows(sampleCounts, header.filters));
  });

  test("comments are left out of the archive unless they are asked for", () => {
    const files = formatById("csv")?.files ?? [];
    expect(files.filter(({ onlyWhenAsked }) => onlyWhenAsked).map(({ layer }) => layer)).toEqual(["comments"]);
  });

  test("the data dictionary explains every column of every table", async () => {
    const format = formatById("csv");
    const files = format?.files ?? [];
    const readme = format?.readme?.(aDataset().header, files, usual) ?? "";
    for (const file of files) {
      const [first = ""] = (await written(file, aDataset())).split("\r\n");
      const part = readme.slice(readme.indexOf(`## ${file.name}`)).split("\n## ")[0] ?? "";
      for (const column of first.split(",")) expect(part, `${file.name} ${column}`).toContain(`| \`${column}\` |`);
    }
  });

  test("blank is not zero", async () => {
    const [row] = await table("claims");
    expect(row).toMatchObject({ event_from: "", quantities: "" });
  });
});
