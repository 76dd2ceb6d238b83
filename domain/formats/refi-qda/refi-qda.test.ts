import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Dataset } from "@/domain/formats/dataset";
import { guidOf } from "@/domain/formats/refi-qda/guids";
import { refiQdaReader } from "@/domain/formats/refi-qda/read";
import { refiQda } from "@/domain/formats/refi-qda/refi-qda";
import { bare, datasetWith, filesOf, sent, textOf } from "@/domain/formats/round-trip.fixture";
import { aDataset, claimId, entityId } from "@/domain/formats/sample.fixture";
import type { AnnotatedDocument, Link, Span } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { asidesIn, documentsIn, readAll, sentFile } from "@/domain/interchange/sent.fixture";
import { codePoint } from "@/domain/text/offsets";

const [project, codebook] = refiQda.files;

/** The files of a project as an import opens them. */
async function written(dataset: Dataset, comments = true) {
  if (!project) throw new Error("There is no file.");
  const { files, losses } = await filesOf(project, dataset, { comments });
  const bytes: Uint8Array[] = [];
  for await (const piece of files[0]?.bytes() ?? []) bytes.push(piece);
  const entries = Object.entries(unzipSync(Buffer.concat(bytes)));
  return { files: entries.map(([name, content]) => sent(name, content)), losses };
}

const read = async (dataset: Dataset) => readAll(refiQdaReader, (await written(dataset)).files);

const byId = <T extends { id: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
/** What a document is once its ids are guids. */
function inGuids(document: AnnotatedDocument) {
  const { text, spans, links } = bare(document);
  const span = (each: Omit<Span, "made">) => ({
    ...each,
    id: guidOf(each.id),
    ...(each.entity === undefined ? {} : { entity: guidOf(each.entity) }),
  });
  const link = (each: Omit<Link, "made">) => ({
    ...each,
    ...{ id: guidOf(each.id), from: guidOf(each.from) },
    to:
      "span" in each.to
        ? { span: guidOf(each.to.span) }
        : "entity" in each.to
          ? { entity: guidOf(each.to.entity) }
          : each.to,
  });
  return { text, spans: byId(spans.map(span)), links: byId(links.map(link)) };
}
const sorted = (document: AnnotatedDocument) => {
  const { text, spans, links } = bare(document);
  return { text, spans: byId(spans), links: byId(links) };
};

describe("a project", () => {
  test("comes back as it left, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, aDocument, async (one, other) => {
        const second = { ...other, key: "doc-2", spans: [], links: [] };
        const { found, broken } = await read(datasetWith([one, second]));
        expect(broken).toBeUndefined();
        expect(asidesIn(found)).toEqual([]);
        expect(documentsIn(found).map(sorted)).toEqual([inGuids(one), inGuids(second)]);
      }),
      { numRuns: 60 },
    );
  });

  test("has users, cases, comments and provenance, and says which version a coding is of", async () => {
    const { found } = await read(aDataset());
    const [document] = documentsIn(found);
    expect(document?.title).toBe("Front moves");
    expect(document?.metadata).toMatchObject({ language: "en", direction: "ltr" });
    expect(document?.spans.find(({ id }) => id === claimId)).toMatchObject({
      label: "claim",
      attributes: { kind: "event", credibility: 3 },
      made: { by: { name: "Analyst" }, at: "2026-06-02T10:00:00Z", version: 1, unchanged: true },
    });
    expect(document?.left).toEqual({ at: "2026-06-02T10:00:00.000Z", states: ["accepted"], kinds: null });
    expect(document?.spans.map(({ entity }) => entity)).toContain(entityId);
    expect(document?.notes).toMatchObject([
      {
        on: { tag: claimId },
        resolved: false,
        remarks: [{ body: 'Is "near",\nreally, near?', by: { name: "Reviewer" } }],
      },
    ]);
    expect(found).toContainEqual({
      is: "entity",
      entity: expect.objectContaining({ key: entityId, name: "Local sources", kind: "local or field" }),
    });
  });

  test("tells which tags were changed since they left", async () => {
    const { files } = await written(aDataset());
    const changed = files.map((file) =>
      file.name === "project.qde"
        ? {
            ...file,
            async *text() {
              yield (await textOf(file)).replace("&quot;credibility&quot;:3", "&quot;credibility&quot;:2");
            },
          }
        : file,
    );
    const [document] = documentsIn((await readAll(refiQdaReader, changed)).found);
    const made = document?.spans.map(({ id, made: { version, unchanged } }) => ({
      claim: id === claimId,
      version,
      unchanged,
    }));
    expect(made?.filter(({ unchanged }) => !unchanged)).toEqual([{ claim: true, version: 1, unchanged: undefined }]);
  });

  test("keeps comments on the whole report and on words in several parts", async () => {
    const dataset = aDataset();
    const at = "2026-06-02T10:00:00.000Z";
    const source: Dataset = {
      ...dataset,
      async *reports(parts) {
        for await (const bundle of dataset.reports(parts)) {
          const [thread] = bundle.threads;
          const [comment] = thread?.comments ?? [];
          const anchor = { revisionId: bundle.report.revisionId, segments: bundle.annotations[1]?.tag.segments ?? [] };
          const with_ = (target: object, n: number) => ({
            ...thread,
            ...{ id: `0190a000-0000-7000-8000-00000000009${n}`, target, state: "resolved", at },
            comments: [
              { ...comment, body: "one" },
              { ...comment, body: "two" },
            ],
          });
          const threads = [with_({ on: "report" }, 1), with_({ on: "passage", anchor }, 2)];
          yield { ...bundle, threads: threads as unknown as typeof bundle.threads };
        }
      },
    };
    const [document] = documentsIn((await read(source)).found);
    const remarks = [{ body: "one" }, { body: "two" }];
    expect(document?.notes.toSorted((a) => (a.on === "document" ? -1 : 1))).toMatchObject([
      { on: "document", resolved: true, remarks },
      {
        on: {
          segments: [
            { start: 2, end: 10 },
            { start: 23, end: 31 },
          ],
        },
        resolved: true,
        remarks,
      },
    ]);
  });

  test("counts tags in several parts and control characters", async () => {
    const segments = [
      { start: codePoint(0), end: codePoint(1) },
      { start: codePoint(2), end: codePoint(3) },
    ];
    const span: Span = { id: "s", label: "claim", segments, attributes: {}, made: {} };
    const document = { key: "k", title: "T\u0001", text: "abcd", metadata: {}, spans: [span], links: [], notes: [] };
    const { losses } = await written(datasetWith([document]));
    expect(losses).toEqual([
      { what: "separate-parts", how: "split", count: 1, examples: ["claim"] },
      { what: "control-characters", how: "altered", count: 1, examples: ["U+0001"] },
    ]);
  });

  test("its codebook is a file of its own", async () => {
    if (!codebook) throw new Error("There is no codebook.");
    const { files } = await filesOf(codebook, aDataset());
    const text = await textOf(files[0]);
    expect(text).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Glossator"><Codes>');
    expect(text).toContain('name="Claim" isCodable="true"');
  });

  test("nothing that somebody may change in a file is thrown, or shifts a tag", async () => {
    const { files } = await written(aDataset());
    const whole = await textOf(files.find(({ name }) => name === "project.qde"));
    const others = files.filter(({ name }) => name !== "project.qde");
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length }),
        fc.nat({ max: 40 }),
        fc.string({ maxLength: 8 }),
        async (at, cut, put) => {
          const changed = whole.slice(0, at) + put + whole.slice(at + cut);
          const { found } = await readAll(refiQdaReader, [sentFile(changed, "project.qde", 512), ...others]);
          for (const { text, spans } of documentsIn(found))
            for (const { start, end } of spans.flatMap(({ segments }) => segments))
              expect(start < end && end <= [...text].length).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
