import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datasetWith, filesOf, textOf } from "@/domain/formats/round-trip.fixture";
import { aDataset, claimId } from "@/domain/formats/sample.fixture";
import { stix } from "@/domain/formats/stix/stix";
import { aDocument } from "@/domain/interchange/documents.fixture";

type Quoted = { start: number; end: number; quote: string };
type Stix = Record<string, unknown> & { id: string; type: string };
const [file] = stix.files;

async function bundleOf(dataset = aDataset(), comments = true) {
  if (!file) throw new Error("There is no file.");
  const { files, losses } = await filesOf(file, dataset, { comments });
  const bundle = JSON.parse(await textOf(files[0])) as { objects: Stix[] };
  const ours = (object: Stix | undefined) =>
    Object.values((object?.["extensions"] ?? {}) as Record<string, Record<string, unknown>>)[0];
  return { objects: bundle.objects, losses, ours, of: (type: string) => bundle.objects.filter((o) => o.type === type) };
}

describe("a STIX bundle", () => {
  test("says of a statement its words, where they stand, both grades and the verdict", async () => {
    const { of, ours } = await bundleOf();
    const claim = of("note").find((note) => ours(note)?.["tag_id"] === claimId);
    expect(claim).toMatchObject({
      content: "Soldiers reached the pipeline",
      confidence: 50,
      authors: ["Analyst"],
      labels: [
        "claim",
        "accepted",
        'admiralty-scale:source-reliability="c"',
        'admiralty-scale:information-credibility="3"',
      ],
    });
    expect(ours(claim)).toMatchObject({
      offset_unit: "code point",
      segments: [{ start: 2, end: 31, quote: "Soldiers reached the pipeline" }],
      information_credibility: 3,
      sources: [{ name: "Local sources", source_reliability: "C" }],
      verdict: { decision: "accept", by: "Reviewer" },
    });
    expect(of("opinion")).toContainEqual(expect.objectContaining({ opinion: "agree", object_refs: [claim?.id] }));
  });

  test("has places, sources, links and comments, and nothing that refers to what is not there", async () => {
    const { objects, of } = await bundleOf();
    expect(of("location")).toMatchObject([{ name: "Uqayribat", latitude: 34.9, longitude: 37.3 }]);
    expect(of("identity").map(({ name }) => name)).toEqual(["June front", "Analyst", "Reviewer", "Local sources"]);
    expect(of("relationship").map((each) => each["relationship_type"])).toEqual(["attributed-to", "located-at"]);
    expect(of("note").map(({ content }) => content)).toContain('Is "near",\nreally, near?');
    const there = new Set(objects.map(({ id }) => id));
    const refs = objects.flatMap((object) =>
      Object.entries(object).flatMap(([name, value]) => (/_refs?$/.test(name) ? [value].flat() : [])),
    );
    expect(refs.filter((ref) => !there.has(String(ref)))).toEqual([]);
    expect(there.size).toBe(objects.length);
  });

  test("gives the text an id made of what it holds, as the library stix2 does", async () => {
    const document = { key: "k", title: "T", text: "hello", metadata: {}, spans: [], links: [], notes: [] };
    const { of } = await bundleOf(datasetWith([document]));
    expect(of("artifact")[0]?.id).toBe("artifact--883855a2-3a17-5451-ab4b-ec109b098ad0");
  });

  test("of an empty report it has the report alone, which a validator takes", async () => {
    const document = { key: "k", title: "T", text: "", metadata: {}, spans: [], links: [], notes: [] };
    const { of } = await bundleOf(datasetWith([document]));
    expect(of("artifact")).toEqual([]);
    expect(of("report")[0]?.["object_refs"]).toEqual([of("identity")[0]?.id]);
  });

  test("counts places without a point, and leaves a coordinate of 0 out", async () => {
    const place = (located: object) => ({
      ...{ id: JSON.stringify(located), label: "place", segments: [], made: {} },
      attributes: { located: { name: "X", ...located } },
    });
    const spans = [
      place({}),
      place({ latitude: 0, longitude: 6, country: "GH" }),
      place({ latitude: 1, longitude: 6 }),
    ];
    const document = { key: "k", title: "T", text: "hello", metadata: {}, spans, links: [], notes: [] };
    const { of, losses } = await bundleOf(datasetWith([document]));
    expect(of("location").map(({ latitude, country }) => ({ latitude, country }))).toEqual([
      { latitude: undefined, country: "GH" },
      { latitude: 1, country: undefined },
    ]);
    expect(losses).toMatchObject([{ what: "no-coordinates", count: 2 }]);
  });

  test("quotes what stands at its offsets, whatever the report holds", async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, async (document) => {
        const { of, ours } = await bundleOf(datasetWith([document]));
        const points = [...document.text];
        const quoted = of("note").flatMap((note) => (ours(note)?.["segments"] ?? []) as Quoted[]);
        for (const { start, end, quote } of quoted) expect(points.slice(start, end).join("")).toBe(quote);
        expect(of("note")).toHaveLength(document.spans.length);
      }),
      { numRuns: 50 },
    );
  });
});
