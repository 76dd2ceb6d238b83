import { describe, expect, test } from "vitest";
import { z } from "zod";
import { EntityId, TagId } from "@/domain/ids";
import { blockAt, splitIntoBlocks } from "@/domain/text/blocks";
import { sentenceAt } from "@/domain/text/boundaries";
import { canonicalText } from "@/domain/text/canonical";
import { codePoint, offsetIndex } from "@/domain/text/offsets";
import { quoteOf, segmentsOf } from "@/domain/text/segment";
import { hasSharedData, sharedBytes, sharedJson } from "@/prisma/builders/shared-data";
import { proposeClaimAttributes } from "./propose-attributes";
import { proposeEntityForSource } from "./propose-entity";
import { proposeLinks } from "./propose-links";

const Range = z.object({ start: z.int(), end: z.int() });
const Gold = z.object({
  claims: z.array(
    z.object({
      id: z.string(),
      segments: z.array(Range),
      kind: z.string(),
      certainty: z.string(),
      polarity: z.string(),
      standing: z.string(),
      attributedTo: z.string(),
      cue: z.object({ quote: z.string() }).optional(),
      locatedAt: z.array(z.object({ place: z.string(), start: z.int(), role: z.string() })),
    }),
  ),
  sources: z.array(Range.extend({ id: z.string(), quote: z.string(), entity: z.string() })),
  places: z.array(z.union([Range, z.object({ segments: z.array(Range) })])),
});

const uuid = (prefix: number, number: number) => `00000000-0000-7000-8000-${prefix}${String(number).padStart(11, "0")}`;

/** How many of the proposals for the real report are what its reading says, of how many. */
function measured() {
  const decoded = canonicalText(new TextDecoder().decode(sharedBytes("reports/000_67e095fd85001a7c.txt")));
  const text = decoded.ok ? decoded.text : "";
  const gold = Gold.parse(sharedJson("gold-report.json"));
  const { blocks } = splitIntoBlocks(text, "text/plain");
  const index = offsetIndex(text);
  const cut = (ranges: { start: number; end: number }[]) => [
    ...segmentsOf(
      text,
      ranges.map(({ start, end }) => ({ start: codePoint(start), end: codePoint(end) })),
    ),
  ];
  const sources = gold.sources.map((source, at) => ({
    id: TagId.parse(uuid(1, at)),
    kind: "source",
    segments: cut([source]),
  }));
  const places = gold.places.map((place, at) => ({
    id: TagId.parse(uuid(2, at)),
    kind: "place",
    segments: cut("segments" in place ? place.segments : [place]),
  }));
  const tags = [...sources, ...places];
  const counts: Record<string, { right: number; of: number }> = {};
  const missed: string[] = [];
  const count = (what: string, expected: unknown, found: unknown, about: string) => {
    counts[what] ??= { right: 0, of: 0 };
    counts[what].of += 1;
    if (expected === found) counts[what].right += 1;
    else missed.push(`${about} ${what}: ${expected}, proposed ${found}`);
  };

  for (const [at, each] of gold.claims.entries()) {
    const claim = { id: TagId.parse(uuid(3, at)), segments: cut(each.segments) };
    const start = claim.segments[0]?.start ?? codePoint(0);
    const block = blockAt(blocks, start);
    if (!block) throw new Error(`${each.id} is in no block`);
    const place = sentenceAt(block.text, offsetIndex(block.text).toUtf16(codePoint(start - block.start)), "en");
    const proposal = proposeClaimAttributes(quoteOf(claim.segments), block.text.slice(place?.start, place?.end), "en");
    for (const what of ["kind", "certainty", "polarity", "standing"] as const) {
      count(what, each[what], proposal[what], each.id);
    }
    const links = proposeLinks({ claim, tags, blocks, language: "en" });
    const { source, cue } = links.attribution;
    const named = source ? gold.sources[sources.findIndex(({ id }) => id === source)]?.id : "article";
    count("source", each.attributedTo, named, each.id);
    const words = cue && text.slice(index.toUtf16(cue.start), index.toUtf16(cue.end));
    if (each.attributedTo !== "article") count("cue", each.cue?.quote, words, each.id);

    const proposed = links.places.map(({ annotationId, role }) => {
      const tag = places.find(({ id }) => id === annotationId);
      const quote = quoteOf(tag?.segments ?? []);
      return { key: `${tag?.segments[0]?.start} ${quote}`, role, quote };
    });
    for (const link of each.locatedAt) {
      const same = proposed.find(({ key }) => key === `${link.start} ${link.place}`);
      count("place", link.place, same ? link.place : undefined, each.id);
      if (same) count("role", link.role, same.role, `${each.id} ${link.place}`);
    }
    for (const extra of proposed) {
      const wanted = each.locatedAt.some((link) => `${link.start} ${link.place}` === extra.key);
      count("place wanted", extra.quote, wanted ? extra.quote : "none", each.id);
    }
  }

  const entityIds = new Map(["S1", "S2", "S3"].map((name, at) => [name, EntityId.parse(uuid(4, at))]));
  const earlier: { quote: string; entityId: z.infer<typeof EntityId> }[] = [];
  for (const source of gold.sources) {
    const entityId = entityIds.get(source.entity);
    if (!entityId) throw new Error(source.entity);
    const isNew = !earlier.some((each) => each.entityId === entityId);
    count("entity", isNew ? undefined : entityId, proposeEntityForSource(source.quote, earlier, []), source.id);
    earlier.push({ quote: source.quote, entityId });
  }
  return { counts, missed };
}

describe.skipIf(!hasSharedData)("what is proposed for the real report", () => {
  test("is what its reading says, mostly", () => {
    const { counts, missed } = measured();
    for (const [what, { right, of }] of Object.entries(counts)) {
      expect(right / of, `${what}: ${right} of ${of}. ${missed.join("; ")}`).toBeGreaterThanOrEqual(0.85);
    }
  });
});
