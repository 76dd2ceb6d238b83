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
    ["en", "Two glassblowers in Murano said that the furnace burst.", ["Two glassblowers in Murano"]],
    ["en", "Fishermen from Galle added that the nets were empty.", ["Fishermen from Galle"]],
    ["en", "“The kiln was cold,” said one of the potters.", ["one of the potters"]],
    ["en", "A nurse, who asked not to be named, denied that beds were missing.", ["A nurse"]],
    ["en", "Nobody told us of it. The words he said that day were few.", []],
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
    ["Two potters told the newspaper that the kiln had burst.", ["the kiln had burst"]],
    [
      "LIMA, 3 May 2024 (Andes News) – The port was closed to trucks, two dockers said.",
      ["The port was closed to trucks"],
    ],
    ["KYIV (Dnipro Post) — A bridge burnt down overnight.", ["A bridge burnt down overnight"]],
  ])("begins and ends where it is said: %s", (text, expected) => expect(words("claim", text)).toEqual(expected));

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

describe("who goes on", () => {
  const attributed = (text: string) => {
    const all = proposed(text);
    const byKey = new Map(all.map((each) => [each.key, wordsOf(text, each)]));
    return all.flatMap((each) => {
      if (each.kind !== "claim") return [];
      const link = each.links.find(({ kind }) => kind === "attributed-to");
      const cue = link?.cue && sliceCodePoints(text, codePoint(link.cue.start), codePoint(link.cue.end));
      return [[wordsOf(text, each), byKey.get(link?.to ?? "") ?? "the article", link?.attributes["how"], cue]];
    });
  };

  test.each<[string, string, string[]]>([
    [
      "a pronoun that opens a sentence",
      "Residents of Juba said that the market burnt down. They added that two shops were looted.",
      ["two shops were looted", "Residents of Juba", "carried over", "They added"],
    ],
    [
      "one without a that",
      "An engineer in Lima said that the dam holds. She said small boats could still pass.",
      ["small boats could still pass", "An engineer in Lima", "carried over", "She said"],
    ],
    [
      "one that ends it",
      "The mayor said on Friday that the bridge was closed. The ferry runs every hour, he added.",
      ["The ferry runs every hour", "The mayor", "carried over", "he added"],
    ],
    [
      "one in the next paragraph",
      "The health ministry said that forty people fell ill in Lima.\n\n“The water was clean,” it added on Monday.",
      ["The water was clean", "The health ministry", "carried over", "it added on Monday"],
    ],
    [
      "a statement that is named again",
      "Police said that the road is open. The statement added that nobody was hurt there.",
      ["nobody was hurt there", "The statement", "explicit", "added"],
    ],
    [
      "no pronoun of another number",
      "The mayor said that the bridge was closed. They added that the ferry runs.",
      ["They added that the ferry runs", "the article", "none", undefined] as string[],
    ],
    [
      "no person for a body",
      "The health ministry said that forty people fell ill. He added that the water was clean.",
      ["He added that the water was clean", "the article", "none", undefined] as string[],
    ],
    [
      "nobody after another paragraph",
      "The mayor said that the bridge was closed.\n\nSnow fell in the hills all day.\n\nHe added that the ferry runs.",
      ["He added that the ferry runs", "the article", "none", undefined] as string[],
    ],
  ])("%s: %s", (_, text, expected) => expect(attributed(text).at(-1)).toEqual(expected));
});

describe("what depends on what", () => {
  const depending = (text: string) => {
    const all = proposed(text);
    const byKey = new Map(all.map((each) => [each.key, wordsOf(text, each)]));
    return all.flatMap((each) =>
      each.kind === "claim"
        ? each.links
            .filter(({ kind }) => kind === "depends-on")
            .map(({ to }) => [wordsOf(text, each), byKey.get(to ?? "")])
        : [],
    );
  };

  test.each<[string, string, (string | undefined)[][]]>([
    [
      "the end of an undertaking, on what it is for",
      "The ministry said that engineers will begin a third stage of works along the canal to raise the water level. " +
        "It said that completion of the third stage would bring water to Basra and could open new fields.",
      [
        ["completion of the third stage would bring water to Basra", "to raise the water level"],
        ["could open new fields", "to raise the water level"],
      ],
    ],
    [
      "the end of an undertaking, on what was said of it",
      "The company plans to build a bridge over the Mekong. The completion of the bridge would link two provinces.",
      [
        [
          "The completion of the bridge would link two provinces",
          "The company plans to build a bridge over the Mekong",
        ],
      ],
    ],
    [
      "one that is named by another form of the word",
      "Officials said that Kenyan troops will withdraw from Kismayo. The end of the withdrawal would free the port.",
      [["The end of the withdrawal would free the port", "Kenyan troops will withdraw from Kismayo"]],
    ],
    [
      "what a way was paved for",
      "The truce has paved the way for thousands of families to return home to rebuild their farms.",
      [["to rebuild their farms", "The truce has paved the way for thousands of families to return home"]],
    ],
    [
      "what this would bring",
      "The governor closed the border on Sunday. This would stop all trucks from Chad.",
      [["This would stop all trucks from Chad", "The governor closed the border on Sunday"]],
    ],
    [
      "what the move will bring",
      "The central bank raised its rate on Friday. The move is expected to slow inflation.",
      [["The move is expected to slow inflation", "The central bank raised its rate on Friday"]],
    ],
    ["nothing on what it only stands beside", "The governor closed the border. The price of rice will rise soon.", []],
    ["nothing on what nobody spoke of", "The mayor left the city. The completion of the dam would take years.", []],
    ["nothing that came of it already", "The army closed the border. The move stopped all trucks from Chad.", []],
    ["nothing in another paragraph", "The army closed the border.\n\nThis would stop all trucks from Chad.", []],
    ["no purpose alone", "The army closed the border to stop all trucks from Chad.", []],
  ])("%s: %s", (_, text, expected) => expect(depending(text)).toEqual(expected));
});
