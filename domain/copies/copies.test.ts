import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originalOf } from "@/domain/copies/copy-values";
import { isLikelyCopy, sharedBy, textOf } from "@/domain/copies/shared";
import { FEWEST, sketchOf, wordsIn } from "@/domain/copies/shingles";

const wire = `HAMA, Nov 12 (Wire) - Shelling hit the northern gate of the town on Monday morning, killing three people and
wounding eleven others, two residents and a local doctor said. The shells came from the direction of the hills to the
west, where the army has kept a battery since the spring.

“We carried them to the clinic on doors,” the doctor said by telephone. He asked not to be named for fear of reprisals.

The ministry of defence did not answer questions. State television said that armed groups had fired at a checkpoint
and that soldiers had answered “at the source of the fire”.`;

const independent = `Three people died and eleven were hurt when shells fell near the northern gate of Hama early on Monday,
according to residents reached by telephone. A physician at the town’s clinic said the wounded had been brought in on
doors because no stretchers were left. The army, which holds the hills west of the town, made no comment; state media
blamed armed groups for an attack on a checkpoint.`;

const arabic = `قال سكان محليون إن القصف أصاب البوابة الشمالية للمدينة صباح الاثنين، ما أدى إلى مقتل ثلاثة أشخاص وإصابة أحد عشر
آخرين بجروح. وأضاف طبيب في العيادة أن الجرحى نقلوا على الأبواب لعدم توفر نقالات كافية في المدينة منذ الربيع الماضي.`;
const arabicVowelled = arabic.replace("القصف", "القَصْفَ").replace("أصاب", "اصاب").replace("إلى", "الى");

const short = "Shelling hit Hama on Monday.";
const chinese =
  "周一上午，炮击击中了该镇的北门，造成三人死亡，另有十一人受伤，两名居民和一名当地医生说。炮弹来自西部山区的方向。";

/** Whether a second text is found by its sketch, and proposed by what it shares. */
function found(one: string, other: string): { met: boolean; copy: boolean; shares: [number, number] } {
  const [a, b] = [textOf(one), textOf(other)];
  const kept = new Set(sketchOf(a.words));
  const met = sketchOf(b.words).some((hash) => kept.has(hash));
  const shared = sharedBy(a, b);
  const percent = ({ words, shared: some }: { words: number; shared: number }) => Math.round((100 * some) / words);
  return { met, copy: isLikelyCopy(shared, FEWEST), shares: [percent(shared.one), percent(shared.other)] };
}

describe("a copy", () => {
  test.each([
    ["with another headline", wire, `DEADLY SHELLING IN HAMA\n\n${wire}`, [100, 96]],
    ["without its first paragraph", wire, wire.slice(wire.indexOf("“We")), [51, 100]],
    ["cut off after its first paragraph", wire, wire.slice(0, wire.indexOf("“We")), [49, 100]],
    [
      "with a translated credit line",
      `${wire}\n\nReporting by our staff in Hama.`,
      `${wire}\n\nتقرير مراسلنا في حماة.`,
      [95, 96],
    ],
    ["inside a longer article", wire, `${independent}\n\n${wire}\n\n${independent.toUpperCase()}`, [100, 43]],
    [
      "with other quotation marks and line breaks",
      wire,
      wire.replaceAll(/[“”]/g, '"').replaceAll("\n", " "),
      [100, 100],
    ],
    ["in Arabic with vowel signs and other seats of hamza", arabic, `عاجل\n\n${arabicVowelled}`, [100, 98]],
    ["in Chinese", chinese, `快讯\n\n${chinese}`, [100, 96]],
  ])("%s is found", (_what, one, other, shares) => {
    expect(found(one, other)).toEqual({ met: true, copy: true, shares });
  });

  test.each([
    ["two wires of the same event, written independently", wire, independent],
    ["two texts that are too short to tell", short, short],
    [
      "a long text that quotes one sentence",
      wire,
      `${"Another thing was said of another town. ".repeat(40)}${wire.slice(0, 90)}`,
    ],
    ["texts in two languages", wire, arabic],
  ])("%s: none", (_what, one, other) => {
    expect(found(one, other).copy).toBe(false);
  });
});

const word = fc.constantFrom(
  ..."a the gate town hill shell fell three عقيربات قال 😀 Ł ß دير 周 o’clock S-300".split(" "),
);
const prose = fc
  .array(fc.tuple(word, fc.constantFrom(" ", ", ", ".\n\n", " “", "\r")), { maxLength: 60 })
  .map((parts) => parts.map(([each, gap]) => `${each}${gap}`).join(""));

const long = prose.map((some) => `the town shell 周 three Ł gate a fell hill دير ß ${some}`);

describe("passages", () => {
  test("are the same letters in both texts, in order, and never overlap", () => {
    fc.assert(
      fc.property(prose, prose, prose, (before, both, after) => {
        const [one, other] = [`${before}${both}`, `${both}${after}`];
        const letters = { one: Array.from(one), other: Array.from(other) };
        let end = 0;
        for (const passage of sharedBy(textOf(one), textOf(other)).passages) {
          expect(passage.one).toBeGreaterThanOrEqual(end);
          end = passage.one + passage.length;
          expect(letters.one.slice(passage.one, end).join("")).toBe(
            letters.other.slice(passage.other, passage.other + passage.length).join(""),
          );
        }
      }),
    );
  });

  test("shared words are never more than a text has, and a text shares all its words with itself", () => {
    fc.assert(
      fc.property(prose, prose, (one, other) => {
        const shared = sharedBy(textOf(one), textOf(other));
        expect(shared.one.shared).toBeLessThanOrEqual(shared.one.words);
        expect(shared.other.shared).toBeLessThanOrEqual(shared.other.words);
        const self = sharedBy(textOf(one), textOf(one)).one;
        if (self.words >= 5) expect(self.shared).toBe(self.words);
      }),
    );
  });

  test("twelve words in a row that two texts share are always met by their sketches", () => {
    fc.assert(
      fc.property(prose, long, prose, (before, both, after) => {
        const kept = new Set(sketchOf(wordsIn(`${before}. ${both}`)));
        expect(sketchOf(wordsIn(`${both}. ${after}`)).some((hash) => kept.has(hash))).toBe(true);
      }),
    );
  });
});

test("a text of 300,000 words is compared with itself in seconds, and one word repeated too", () => {
  const many = Array.from({ length: 300_000 }, (_, nth) => `w${(nth * 7919) % 50_021}`).join(" ");
  const same = "again ".repeat(100_000);
  for (const text of [many, same]) {
    const shared = sharedBy(textOf(text), textOf(text));
    expect(shared.one.shared).toBe(shared.one.words);
  }
}, 30_000);

test.each([
  ["2017-07-01", "2017-07-02", 0],
  ["2017-07-02", "2017-07-01T23:00:00Z", 1],
  ["2017-07-01", "2017-07-01", 0],
  [undefined, "2017-07-01", 0],
  ["2017-07-01", undefined, 0],
])("of reports published %s and %s, the original is number %i", (first, second, original) => {
  const ends = [{ published: first }, { published: second }] as const;
  expect(originalOf(...ends)).toBe(ends[original === 0 ? 0 : 1]);
});
