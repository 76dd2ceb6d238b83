import { describe, expect, test } from "vitest";
import { TagId } from "@/domain/ids";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { codePoint, codePointLength } from "@/domain/text/offsets";
import { segmentsOf } from "@/domain/text/segment";
import { linkPrecision, placeRole } from "./place-role";
import { proposeLinks } from "./propose-links";

/** A tag on the n-th of the text's occurrences of some words; " … " joins the parts of a discontinuous one. */
function reportOf(text: string) {
  let made = 0;
  const tag = (kind: string, words: string, nth = 0) => {
    made += 1;
    let from = -1;
    const ranges = words.split(" … ").map((part, at) => {
      for (let times = 0; times <= (at === 0 ? nth : 0); times += 1) from = text.indexOf(part, from + 1);
      const start = codePointLength(text.slice(0, from));
      return { start, end: codePoint(start + codePointLength(part)) };
    });
    const id = TagId.parse(`00000000-0000-7000-8000-${String(made).padStart(12, "0")}`);
    return { id, kind, words, segments: segmentsOf(text, ranges) };
  };
  return { tag, blocks: splitIntoBlocks(text, "text/plain").blocks };
}

describe("a new claim's source", () => {
  const text =
    "😊 Local sources said the bridge was closed. It was, according to Omar, open on Monday. Tanks came.\n\nThe road was cut, local officials reported.\n\nNobody knows why.";
  const { tag, blocks } = reportOf(text);
  const tags = [tag("source", "Local sources"), tag("source", "Omar"), tag("source", "local officials")];
  const named = (claim: string) => {
    const { source, how, cue } = proposeLinks({ claim: tag("claim", claim), tags, blocks, language: "en" }).attribution;
    const words = cue && [...text].slice(cue.start, cue.end).join("");
    return { source: tags.find(({ id }) => id === source)?.words, how, cue: words };
  };

  test.each([
    { claim: "the bridge was closed", source: "Local sources", how: "explicit", cue: "said" },
    { claim: "open on Monday", source: "Omar", how: "explicit", cue: "according to" },
    { claim: "Tanks came", source: "Omar", how: "carried over", cue: undefined },
    { claim: "The road was cut", source: "local officials", how: "explicit", cue: "reported" },
    { claim: "Nobody knows why", source: undefined, how: "none", cue: undefined },
  ])("$claim: $source, $how", ({ claim, ...expected }) => expect(named(claim)).toEqual(expected));

  test("stands in the claim's own sentence, which an abbreviation does not end", () => {
    const here = reportOf(
      "Omar left. The U.S. Army, sources in Hama, said at 5 a.m. Tuesday that the road was cut. Ali said no.",
    );
    const omar = here.tag("source", "Omar");
    const sources = here.tag("source", "sources in Hama");
    const { attribution } = proposeLinks({
      claim: here.tag("claim", "the road was cut"),
      tags: [omar, sources],
      blocks: here.blocks,
      language: "en",
    });
    expect(attribution).toMatchObject({ source: sources.id, how: "explicit", cue: { start: 43, end: 47 } });
  });

  test("has no cue in another sentence", () => {
    const here = reportOf("Officials met. The road to Hama, from local sources, was cut. Others said more.");
    const source = here.tag("source", "local sources");
    const { attribution } = proposeLinks({
      claim: here.tag("claim", "The road to Hama"),
      tags: [source],
      blocks: here.blocks,
      language: "en",
    });
    expect(attribution).toEqual({ source: source.id, how: "explicit" });
  });

  test("that was withdrawn or rejected is passed over", () => {
    const gone = tags.map((each) => ({ ...each, state: "withdrawn" as const }));
    expect(proposeLinks({ claim: tag("claim", "Tanks came"), tags: gone, blocks }).attribution).toEqual({
      how: "none",
    });
  });

  test("in Arabic speaks before it", () => {
    const arabic = "قالت مصادر محلية إن الجسر مغلق.";
    const here = reportOf(arabic);
    const source = here.tag("source", "مصادر محلية");
    const claim = here.tag("claim", "الجسر مغلق");
    const { attribution } = proposeLinks({ claim, tags: [source], blocks: here.blocks, language: "ar" });
    expect(attribution).toEqual({ source: source.id, how: "explicit", cue: { start: 0, end: 4 } });
  });
});

describe("a new claim's places", () => {
  const located = (text: string, claim: string, places: string[]) => {
    const { tag, blocks } = reportOf(text);
    const tags = places.map((words) => tag("place", words));
    const links = proposeLinks({ claim: tag("claim", claim), tags, blocks, language: "en" });
    return links.places.map(({ annotationId, role, primary }) => [
      tags.find(({ id }) => id === annotationId)?.words,
      role,
      ...(primary ? ["primary"] : []),
    ]);
  };

  test.each([
    {
      text: "They took Hama and Homs.",
      claim: "They took Hama",
      places: ["Hama", "Homs"],
      links: [["Hama", "at", "primary"]],
    },
    {
      text: "Troops moved from Homs towards the town of Rasafeh via Ithriya near Hama.",
      claim: "Troops moved from Homs towards the town of Rasafeh via Ithriya near Hama",
      places: ["Hama", "Ithriya", "Rasafeh", "Homs"],
      links: [
        ["Homs", "from", "primary"],
        ["Rasafeh", "to"],
        ["Ithriya", "via"],
        ["Hama", "near"],
      ],
    },
    {
      text: "A battle at Aqayrabat in Southern Hama.",
      claim: "A battle at Aqayrabat in Southern Hama",
      places: ["Aqayrabat", "Southern Hama", "Hama"],
      links: [["Aqayrabat", "at", "primary"]],
    },
    {
      text: "Mines lay on Aleppo road.",
      claim: "Mines lay on Aleppo road",
      places: ["Aleppo", "Aleppo road"],
      links: [["Aleppo road", "at", "primary"]],
    },
    {
      text: "It took the hills near Khanasser.",
      claim: "It took the hills near Khanasser",
      places: ["the hills near Khanasser", "Khanasser"],
      links: [["Khanasser", "near", "primary"]],
    },
    {
      text: "It holds hills Shahed 9 and 10.",
      claim: "It holds hills Shahed 9 and 10",
      places: ["hills Shahed 9 and 10", "Shahed 9", "Shahed … 10"],
      links: [
        ["Shahed 9", "at", "primary"],
        ["Shahed … 10", "at"],
      ],
    },
    {
      text: "Roads that link Aleppo to Raqqa and Hama provinces.",
      claim: "Roads that link Aleppo to Raqqa and Hama provinces",
      places: ["Aleppo", "Raqqa", "Hama"],
      links: [
        ["Aleppo", "between", "primary"],
        ["Raqqa", "between"],
        ["Hama", "between"],
      ],
    },
  ])("$claim", ({ text, claim, places, links }) => expect(located(text, claim, places)).toEqual(links));
});

test.each([
  { before: "restoring security to ", role: "at" },
  { before: "to cut off the ", role: "at" },
  { before: "opened new supply lines to the ", role: "to" },
  { before: "in the countryside of ", role: "at" },
  { before: "along the main road towards ", role: "to" },
  { before: "انتقلت القوات من ", role: "from" },
  { before: "انتقلت القوات إلى مدينة ", role: "to" },
  { before: "قصف قرب بلدة ", role: "near" },
  { before: "", role: "at" },
] as const)("“$before” is $role", ({ before, role }) => expect(placeRole(before)).toBe(role));

test.each([
  { role: "at", feature: "settlement", precision: 1 },
  { role: "near", feature: "settlement", precision: 2 },
  { role: "along", feature: "road", precision: 2 },
  { role: "at", feature: "province", precision: 3 },
  { role: "at", feature: undefined, precision: undefined },
] as const)("$role a $feature has precision $precision", ({ role, feature, precision }) => {
  expect(linkPrecision(role, feature)).toBe(precision);
});
