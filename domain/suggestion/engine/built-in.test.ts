import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { codePoint, codePointLength, sliceCodePoints } from "@/domain/text/offsets";
import { builtIn } from "./built-in";
import type { Proposal } from "./proposal";

const town = (name: string, more: Partial<FoundPlace> = {}): FoundPlace => ({
  ...{
    name,
    layer: "letters",
    featureType: "settlement",
    country: "SY",
    population: 20_000,
    latitude: 35,
    longitude: 37,
  },
  ...more,
});
const province = (name: string) => town(name, { featureType: "province", population: 900_000 });
const country = (name: string, code: string) => town(name, { featureType: "country", country: code });
const known: Record<string, FoundPlace[]> = {
  Hama: [town("Hama"), province("Hama")],
  Homs: [town("Homs"), province("Homs")],
  Salamiyah: [town("Salamiyah")],
  Khanasser: [town("Khanasser")],
  Paris: [town("Paris", { country: "FR", population: 2_000_000 })],
  Houston: [town("Houston", { country: "US", admin1: "Texas", population: 2_000_000 })],
  Texas: [town("Texas", { country: "US", featureType: "province" })],
  Syria: [country("Syria", "SY")],
  Libya: [country("Libya", "LY")],
  حماة: [town("حماة")],
  الرقة: [town("الرقة")],
};
const places = new Map(Object.entries(known));

function proposed(text: string, language = "en", published?: string): readonly Proposal[] {
  const { blocks } = splitIntoBlocks(text, "text/plain");
  return builtIn.propose({ text, blocks, language, published }, { places, countries: [] });
}
const wordsOf = (text: string, { spans }: Proposal) =>
  spans.map(({ start, end }) => sliceCodePoints(text, codePoint(start), codePoint(end))).join(" … ");
const words = (kind: Proposal["kind"], text: string, language = "en") =>
  proposed(text, language)
    .filter((each) => each.kind === kind)
    .map((each) => wordsOf(text, each));

describe("places", () => {
  test.each<[string, string[]]>([
    ["Troops left Hama and Homs on Monday.", ["Hama", "Homs"]],
    ["Fighting went on in Northern Homs.", ["Northern Homs", "Homs"]],
    ["They held the town of Tal Bisan.", ["Tal Bisan"]],
    ["They held the town of Bisanah.", ["Bisanah"]],
    ["The Khanasser-Salamiyah road was cut.", ["Khanasser-Salamiyah road", "Khanasser", "Salamiyah"]],
    ["He was held in Houston, Texas for a day.", ["Houston, Texas", "Texas"]],
    ["Valeska Paris left. Paris spoke of it later.", []],
    ["Teams came from Syria, Libya and Yemenia.", ["Syria", "Libya"]],
    [
      "The army took the hills near the road between Hama and Homs.",
      ["the hills near the road between Hama and Homs", "the road between Hama and Homs", "Hama", "Homs"],
    ],
    ["General Hama spoke.", []],
    ["Nothing happened on Monday.", []],
  ])("%s", (text, expected) => {
    expect(words("place", text)).toEqual(expected);
  });

  test("a name has its feature type from the words around it, and nothing is chosen without one", () => {
    const [homs] = proposed("They hold Homs province.").filter((each) => each.kind === "place");
    expect(homs?.attributes).toMatchObject({
      featureType: "province",
      located: { name: "Homs", featureType: "province" },
    });
    const [hama] = proposed("They went to Hama.").filter((each) => each.kind === "place");
    expect(hama?.attributes).toMatchObject({
      resolution: "ambiguous",
      candidates: [{ name: "Hama" }, { name: "Hama" }],
    });
    expect(hama?.attributes).not.toHaveProperty("located");
  });

  test("in Arabic, after a preposition or a word for a town", () => {
    expect(words("place", "قصفت الطائرات مدينة حماة أمس.", "ar")).toEqual(["حماة"]);
    expect(words("place", "وصلوا من الرقة إلى حماة.", "ar")).toEqual(["الرقة", "حماة"]);
  });
});

describe("sources", () => {
  test.each<[string, string, string[]]>([
    ["en", "The town fell, local sources reported.", ["local sources"]],
    ["en", "A senior military source, meantime, said that it fell.", ["A senior military source"]],
    ["en", "According to the Interior Ministry, 12 people died.", ["the Interior Ministry"]],
    ["en", "“It fell,” said the mayor.", ["the mayor"]],
    ["en", "It was said that the town fell.", []],
    ["en", "They reported nothing.", []],
    ["ar", "وقال مصدر عسكري إن البلدة سقطت.", ["مصدر عسكري"]],
    ["ar", "أعلنت الوزارة مقتل ثلاثة أشخاص بعد أن قصفت طائرات البلدة.", ["الوزارة"]],
  ])("%s: %s", (language, text, expected) => {
    expect(words("source", text, language)).toEqual(expected);
  });
});

describe("claims", () => {
  test.each([
    ["وقال مصدر عسكري لوكالة سانا إن البلدة سقطت.", "البلدة سقطت"],
    ["أعلنت الوزارة في بيان أن قواتها استعادت المدينة.", "قواتها استعادت المدينة"],
    ["وأفاد مراسل الوكالة في حمص بأن ثلاثة مدنيين قتلوا.", "ثلاثة مدنيين قتلوا"],
    ["قال المتحدث إنه سيفتح الطريق قريبا.", "سيفتح الطريق قريبا"],
    ["أعلنت الوزارة مقتل ثلاثة أشخاص بعد أن قصفت طائرات البلدة.", "مقتل ثلاثة أشخاص بعد أن قصفت طائرات البلدة"],
    ["أكد المصدر من دون أن يذكر تفاصيل سقوط البلدة.", "من دون أن يذكر تفاصيل سقوط البلدة"],
  ])("in Arabic one begins after its إن, and not after another أن: %s", (text, expected) => {
    expect(words("claim", text, "ar")).toEqual([expected]);
  });

  test.each<[string, string[]]>([
    [
      "Thanks to the army's control over the hills, troops reached Hama and opened a road.",
      ["troops reached Hama", "opened a road"],
    ],
    ["Despite the army's control over the hills, the town held out.", []],
    ["The town held out because of the army's control over the hills.", []],
  ])("what is said depends on a cause that the sentence begins with: %s", (text, expected) => {
    const all = proposed(text);
    const hanging = all.filter((each) => each.kind === "claim" && each.links.some(({ kind }) => kind === "depends-on"));
    expect(hanging.map((each) => wordsOf(text, each))).toEqual(expected);
    const causes = hanging.flatMap((each) =>
      each.kind === "claim" ? each.links.filter(({ kind }) => kind === "depends-on") : [],
    );
    for (const { to } of causes)
      expect(all.filter(({ key }) => key === to).map((each) => wordsOf(text, each))).toEqual([
        "the army's control over the hills",
      ]);
  });

  test("each of two Arabic claims in one sentence begins after its own", () => {
    const text = "وقالت مصادر محلية إن الطيران قصف البلدة، وأضافت المصادر أن المدنيين نزحوا.";
    expect(words("claim", text, "ar")).toEqual(["الطيران قصف البلدة", "المدنيين نزحوا"]);
  });

  test("a claim has its source, its places and its cue linked", () => {
    const text = "Field sources said that the army reached Salamiyah to open a road.";
    const all = proposed(text);
    const claims = all.filter((each) => each.kind === "claim");
    expect(claims.map((each) => [wordsOf(text, each), each.attributes.kind])).toEqual([
      ["the army reached Salamiyah", "event"],
      ["to open a road", "intention"],
    ]);
    const [first] = claims;
    const source = all.find((each) => each.kind === "source");
    const place = all.find((each) => each.kind === "place");
    expect(first?.links).toMatchObject([
      { kind: "attributed-to", to: source?.key, cue: { start: 14, end: 18 } },
      { kind: "located-at", to: place?.key, attributes: { role: "at" } },
    ]);
  });

  test.each<[string, [string, string | undefined][]]>([
    ["The army did not enter Hama.", [["The army did not enter Hama", "event"]]],
    ["The forces intend to win back the town.", [["The forces intend to win back the town", "intention"]]],
    ["Sources said the road would link again Hama to Homs.", [["the road would link again Hama to Homs", "forecast"]]],
    ["The ministry denied that its planes struck the village.", [["its planes struck the village", "denial"]]],
    ["Will the army leave?", []],
  ])("%s", (text, expected) => {
    const claims = proposed(text).filter((each) => each.kind === "claim");
    expect(claims.map((each) => [wordsOf(text, each), each.attributes.kind])).toEqual(expected);
  });

  test("with their time and figures, and never a grade, a side or an actor", () => {
    const text = "Yesterday at least 12 civilians were killed in Hama.";
    const [claim] = proposed(text, "en", "2017-04-06").filter((each) => each.kind === "claim");
    expect(claim?.attributes).toMatchObject({ quantities: [{ what: "killed", low: 12 }] });
    expect(Object.keys(claim?.attributes ?? {})).not.toEqual(expect.arrayContaining(["credibility"]));
    expect(claim?.attributes).not.toHaveProperty("actors");
  });
});

test("whatever the text is, every proposal stands within it and every link leads to a proposal", () => {
  const piece = fc.constantFrom(
    "Hama",
    "the town of ",
    "😀",
    " said ",
    "sources",
    ", ",
    ". ",
    "\n\n",
    "to open ",
    "الرقة",
    "-",
    "‘",
    "12 ",
    "killed ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom("en", "ar", "uk"), (pieces, language) => {
      const text = pieces.join("");
      const all = proposed(text, language);
      const keys = new Set(all.map(({ key }) => key));
      expect(keys.size).toBe(all.length);
      for (const each of all) {
        for (const { start, end } of each.spans) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(codePointLength(text));
        }
        if (each.kind === "claim") for (const { to } of each.links) expect(to === undefined || keys.has(to)).toBe(true);
      }
    }),
  );
});
