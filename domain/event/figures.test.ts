import { expect, test } from "vitest";
import type { Evidence } from "@/domain/event/evidence";
import { aClaim, aLink, aMember } from "@/domain/event/evidence.fixture";
import { deriveFigures } from "@/domain/event/figures";
import { numberInWords, saysKilled } from "@/domain/event/number-words";

type Quantity = Evidence["figures"][number];
const killed = (more: Partial<Quantity>): Quantity => ({ what: "killed", ...more });
const claim = (name: string, ...figures: Quantity[]) => aMember(aClaim(name, { figures }));
const range = (figures: ReturnType<typeof deriveFigures>) =>
  figures.map(({ outcome, who, low, high, atLeast }) =>
    [outcome, who, low === high ? low : `${low}–${high}`, atLeast ? "at least" : ""]
      .filter((each) => each !== undefined && each !== "")
      .join(" "),
  );

test("12, then 17, then “no casualties” from the other side shows 17, denied, with the derivation", () => {
  const denial = aMember(
    aClaim("C", { kind: "denial", figures: [killed({ low: 0, high: 0, words: "no casualties" })] }),
    {
      part: "denies",
      denies: ["figures"],
    },
  );
  const members = [claim("A", killed({ low: 12, high: 12 })), claim("B", killed({ low: 17, high: 17 })), denial];
  const [figure] = deriveFigures(members, [aLink("B updates A")]);
  expect(figure).toMatchObject({ outcome: "killed", low: 17, high: 17, denied: true });
  expect(figure?.said.map(({ low, aside }) => [low, aside])).toEqual([
    [12, "superseded"],
    [17, undefined],
    [0, "denies"],
  ]);
});

test.each([
  {
    when: "two reports of one clash: each victim once",
    members: [claim("A", killed({ low: 3, high: 3 })), claim("B", killed({ low: 3, high: 3 }))],
    is: ["killed 3"],
  },
  {
    when: "they differ",
    members: [claim("A", killed({ low: 3, high: 3 })), claim("B", killed({ low: 5, high: 6 }))],
    is: ["killed 3–6"],
  },
  {
    when: "by whom, none added to another",
    members: [claim("A", killed({ low: 3, high: 3, who: "civilian" }), killed({ low: 2, high: 2, who: "combatant" }))],
    is: ["killed civilian 3", "killed combatant 2"],
  },
  {
    when: "a running total is never a figure of the event",
    members: [
      claim("A", killed({ low: 4, high: 4 })),
      claim("B", killed({ low: 400, high: 400, scope: "running total" })),
    ],
    is: ["killed 4"],
  },
  { when: "“dozens” stays words", members: [claim("A", killed({ words: "dozens" }))], is: ["killed"] },
  { when: "عشرات stays words", members: [claim("A", killed({ words: "عشرات القتلى" }))], is: ["killed"] },
  { when: "the words give the number", members: [claim("A", killed({ words: "قتيلان" }))], is: ["killed 2"] },
  { when: "at least", members: [claim("A", killed({ words: "at least 5 killed" }))], is: ["killed 5 at least"] },
  { when: "zero without words that say none", members: [claim("A", killed({ low: 0, high: 0 }))], is: ["killed"] },
  {
    when: "zero with them",
    members: [claim("A", killed({ low: 0, high: 0, words: "no casualties" }))],
    is: ["killed 0"],
  },
  {
    when: "one that is not accepted counts nothing",
    members: [aMember(aClaim("A", { state: "open", figures: [killed({ low: 3 })] }))],
    is: [],
  },
  {
    when: "a retracted report stops counting",
    members: [
      claim("A", killed({ low: 3, high: 3 })),
      aMember(
        aClaim("B", {
          figures: [killed({ low: 90, high: 90 })],
          notice: {
            kind: "retracted",
            on: "2026-11-30",
            words: "Withdrawn.",
            by: "0190a000-0000-7000-8000-000000000001" as never,
          },
        }),
      ),
    ],
    is: ["killed 3"],
  },
])("$when: $is", ({ members, is }) => {
  expect(range(deriveFigures(members, []))).toEqual(is);
});

const dozens = [
  { words: "dozens", low: 24 },
  { words: "عشرات", low: 20, high: 90 },
];
test.each([
  { said: "dozens of people", conventions: dozens, is: "killed 24 at least" },
  { said: "Dozens were killed", conventions: dozens, is: "killed 24 at least" },
  { said: "وعشرات القتلى", conventions: dozens, is: "killed 20–90" },
  { said: "a dozenship", conventions: dozens, is: "killed" },
  { said: "dozens", conventions: [], is: "killed" },
  { said: "36, dozens of them children", conventions: dozens, is: "killed 36" },
])("by the project's conventions “$said” is $is", ({ said, conventions, is }) => {
  const figures = deriveFigures([claim("A", killed({ words: said }))], [], { conventions });
  expect(range(figures)).toEqual([is]);
});

test("a figure by convention names it, beside its words", () => {
  const [figure] = deriveFigures([claim("A", killed({ words: "dozens" }))], [], { conventions: dozens });
  expect(figure?.said).toMatchObject([{ words: "dozens", convention: "dozens", low: 24, atLeast: true }]);
});

test("a person chooses with a reason, and the derivation stays", () => {
  const members = [claim("A", killed({ low: 3, high: 3 })), claim("B", killed({ low: 5, high: 5 }))];
  const [figure] = deriveFigures(members, [], {
    chosen: [{ outcome: "killed", low: 5, high: 5, reason: "Names are published." }],
  });
  expect(figure).toMatchObject({ low: 5, high: 5, chosen: "Names are published." });
  expect(figure?.said).toHaveLength(2);
});

test.each([
  ["قتيلان", { low: 2, high: 2 }],
  ["مقتل شهيدين", { low: 2, high: 2 }],
  ["١٧ شهيدا", { low: 17, high: 17 }],
  ["۱۲ نفر", { low: 12, high: 12 }],
  ["12-15 killed", { low: 12, high: 15 }],
  ["1,200 displaced", { low: 1200, high: 1200 }],
  ["at least seven", { low: 7, atLeast: true }],
  ["ما لا يقل عن ٥", { low: 5, atLeast: true }],
  ["no casualties", { low: 0, high: 0 }],
  ["دون وقوع إصابات", { low: 0, high: 0 }],
  ["dozens", {}],
  ["عشرات", {}],
  ["several people", {}],
  ["no one was named", { low: 0, high: 0 }],
])("%s is %o", (words, is) => {
  expect(numberInWords(words)).toEqual(is);
});

test.each([
  ["شهيد", true],
  ["استشهد ثلاثة", true],
  ["killed", true],
  ["جرحى", false],
  ["wounded", false],
])("%s says killed: %s", (words, says) => {
  expect(saysKilled(words)).toBe(says);
});
