import { expect, test } from "vitest";
import { takeServiceAnswer } from "./service-answer";

const text = "😀 Field sources said that the army reached Bisanah.";
const report = { text, blocks: [{ text }], language: "en" };
const span = (quote: string) => {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  return { start, end: start + Array.from(quote).length, quote };
};
const place = { kind: "place", spans: [span("Bisanah")], attributes: { featureType: "settlement" } };
const source = { kind: "source", spans: [span("Field sources")] };
const claim = {
  kind: "claim",
  spans: [span("the army reached Bisanah")],
  attributes: { kind: "event" },
  source: 1,
  places: [0],
};
const take = (...proposals: unknown[]) => takeServiceAnswer({ proposals }, report);

test("what stands where it says is taken, with its links", () => {
  const taken = take(place, source, claim);
  expect(taken).toMatchObject({ ok: true, left: 0 });
  expect(taken.ok && taken.proposals.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "place service-0",
    "source service-1",
    "claim service-2",
  ]);
  expect(taken.ok && taken.proposals.at(-1)).toMatchObject({
    links: [
      { kind: "attributed-to", to: "service-1" },
      { kind: "located-at", to: "service-0" },
    ],
  });
});

test.each([
  ["UTF-16 offsets", { ...place, spans: [{ ...span("Bisanah"), start: text.indexOf("Bisanah") }] }],
  ["other words", { ...place, spans: [{ ...span("Bisanah"), quote: "Hama" }] }],
  ["an end beyond the text", { ...place, spans: [{ start: 44, end: 5000, quote: "Bisanah" }] }],
  ["a negative start", { ...place, spans: [{ start: -1, end: 3, quote: "x" }] }],
  ["a grade", { ...claim, attributes: { credibility: 1 } }],
  ["who did it", { ...claim, attributes: { actors: [{ entityId: "x", role: "initiator" }] } }],
  ["coordinates off the globe", { ...place, attributes: { located: { name: "X", latitude: 120, longitude: 0 } } }],
  ["another kind", { ...place, kind: "verdict" }],
  ["nothing", null],
])("%s is left out, and the rest is taken", (_what, wrong) => {
  expect(take(wrong, place)).toMatchObject({ ok: true, left: 1, proposals: [{ kind: "place", key: "service-1" }] });
});

test("a claim's links lead to nothing else than its own answer's sources and places", () => {
  const taken = take({ ...claim, source: 0, places: [7, 2] });
  expect(taken.ok && taken.proposals).toMatchObject([{ kind: "claim", links: [] }]);
});

test.each([[null], ["proposals"], [{ proposals: "none" }], [{ proposals: Array(5001).fill(null) }]])(
  "an answer of another shape is none",
  (answer) => {
    expect(takeServiceAnswer(answer, report)).toEqual({ ok: false });
  },
);
