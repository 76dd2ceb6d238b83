import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { canonicalText } from "@/domain/text/canonical";
import { linksFound } from "@/prisma/builders/gold-links";
import { Gold as WholeGold } from "@/prisma/builders/gold-report";
import { hasSharedData, sharedBytes, sharedJson } from "@/prisma/builders/shared-data";
import { builtIn } from "./built-in";
import type { Proposal } from "./proposal";

const Part = z.object({ start: z.int(), end: z.int() });
const Gold = z.object({
  claims: z.array(z.object({ segments: z.array(Part), kind: z.string() })),
  sources: z.array(Part),
  places: z.array(z.union([Part.extend({ is: z.string().optional() }), z.object({ segments: z.array(Part) })])),
});

const found = (name: string, featureType: FoundPlace["featureType"], population: number): FoundPlace => ({
  ...{ name, layer: "letters", featureType, country: "SY", population, latitude: 35, longitude: 37 },
});
/** What the gazetteer has of the names in it: five provinces with their towns, three towns, and no more. */
const places = new Map<string, FoundPlace[]>([
  ...["Hama", "Aleppo", "Homs", "Raqqa", "Deir Ezzur"].map((name): [string, FoundPlace[]] => [
    name,
    [found(name, "settlement", 200_000), found(name, "province", 1_000_000)],
  ]),
  ...["Khanasser", "al-Salamiyah", "al-Sukhnah"].map((name): [string, FoundPlace[]] => [
    name,
    [found(name, "settlement", 500)],
  ]),
]);

/** Read when a test runs, because the report is not everywhere. */
function read() {
  const decoded = canonicalText(new TextDecoder().decode(sharedBytes("reports/000_67e095fd85001a7c.txt")));
  const text = decoded.ok ? decoded.text : "";
  const gold = Gold.parse(sharedJson("gold-report.json"));
  const { blocks } = splitIntoBlocks(text, "text/plain");
  return { text, gold, proposals: builtIn.propose({ text, blocks, language: "en" }, { places, countries: [] }) };
}

const standsIn = (proposals: readonly Proposal[], kind: Proposal["kind"], { start, end }: z.infer<typeof Part>) =>
  proposals.some((each) => each.kind === kind && each.spans[0]?.start === start && each.spans[0]?.end === end);

describe.skipIf(!hasSharedData)("what is suggested for the real report", () => {
  test("has nearly every name, most described places, and every source, with the same borders", () => {
    const { gold, proposals } = read();
    const whole = gold.places.flatMap((place) => ("segments" in place ? [] : [place]));
    const stands = (kind: Proposal["kind"], part: z.infer<typeof Part>) => standsIn(proposals, kind, part);
    expect(whole.filter((place) => place.is && stands("place", place)).length).toBeGreaterThanOrEqual(45);
    expect(whole.filter((place) => !place.is && stands("place", place)).length).toBeGreaterThanOrEqual(15);
    expect(gold.sources.every((source) => stands("source", source))).toBe(true);
  });

  test("has most claims with their kind, on words of theirs", () => {
    const { text, gold, proposals } = read();
    const right = gold.claims.filter(({ segments, kind }) =>
      proposals.some(
        (each) =>
          each.kind === "claim" &&
          each.attributes.kind === kind &&
          segments.some(({ start, end }) => each.spans.some((span) => start < span.end && span.start < end)),
      ),
    );
    expect(right.length).toBeGreaterThanOrEqual(22);
    const kindOf = (words: string) =>
      proposals.flatMap((each) => {
        const [span] = each.spans;
        return each.kind === "claim" && span && text.slice(span.start, span.end).includes(words)
          ? [each.attributes.kind]
          : [];
      })[0];
    expect(kindOf("intend to win back")).toBe("intention");
    expect(kindOf("would link again")).toBe("forecast");
  });

  test("links most claims that depend on another, and no other", () => {
    const { right, wrong } = linksFound(WholeGold.parse(sharedJson("gold-report.json")), read().proposals);
    expect(right.size).toBeGreaterThanOrEqual(4);
    expect([...wrong]).toEqual([]);
  });

  test("chooses a province only where the words say so, and never a guess", () => {
    for (const each of read().proposals) {
      if (each.kind !== "place" || each.attributes.located?.featureType !== "province") continue;
      expect(each.attributes.featureType).toBe("province");
    }
  });
});
