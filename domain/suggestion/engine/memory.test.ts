import { expect, test } from "vitest";
import { memory, rememberedFrom, unwantedIn } from "./memory";

const located = { name: "Bisanah", latitude: 35, longitude: 37 };
const text = "😀 Field sources left Bisanah province for Bisanah. A rocket fell; the rocket burnt.";
const propose = (...args: Parameters<typeof rememberedFrom>) =>
  memory
    .propose(
      { text, blocks: [{ text }], language: "en" },
      { places: new Map(), countries: [], remembered: rememberedFrom(...args) },
    )
    .map(({ kind, spans, attributes }) => [
      kind,
      Array.from(text).slice(spans[0]?.start, spans[0]?.end).join(""),
      attributes,
    ]);

test("the same words are proposed as they were tagged; of longer words none within", () => {
  const tagged = [
    { kind: "place", words: "Bisanah", attributes: { located }, times: 3 },
    { kind: "place", words: "Bisanah province", attributes: { featureType: "province" }, times: 1 },
    { kind: "label:weapon", words: "rocket", attributes: { size: "small" }, times: 2 },
  ];
  expect(propose(tagged, [])).toEqual([
    ["place", "Bisanah province", { featureType: "province" }],
    ["place", "Bisanah", { located }],
    ["label:weapon", "rocket", { size: "small" }],
    ["label:weapon", "rocket", { size: "small" }],
  ]);
});

test("a common word that was tagged once says nothing, and where people meant several things only the kind is proposed", () => {
  const once = { kind: "label:weapon", words: "rocket", attributes: {}, times: 1 };
  const two = [
    { kind: "place", words: "Bisanah", attributes: { located }, times: 1 },
    { kind: "place", words: "Bisanah", attributes: { featureType: "province" }, times: 1 },
  ];
  expect(propose([once, ...two], [])).toEqual([
    ["place", "Bisanah", {}],
    ["place", "Bisanah", {}],
  ]);
});

test("what was rejected as often is not proposed, by no engine once it was rejected twice", () => {
  const tagged = [{ kind: "place", words: "Bisanah", attributes: {}, times: 1 }];
  const rejected = [{ kind: "place", words: "Bisanah", times: 2 }];
  expect(propose(tagged, rejected)).toEqual([]);
  const isUnwanted = unwantedIn(rejected, rememberedFrom(tagged, rejected));
  expect(isUnwanted({ kind: "place", words: "Bisanah" })).toBe(true);
  expect(isUnwanted({ kind: "source", words: "Bisanah" })).toBe(false);
  expect(unwantedIn([{ kind: "place", words: "Hama", times: 1 }], [])({ kind: "place", words: "Hama" })).toBe(false);
});
