import fc from "fast-check";
import { expect, test } from "vitest";
import { EntityId } from "@/domain/ids";
import { knownQuotes, type Quote } from "./quotes";
import { pictureOf } from "./quotes-picture";

const id = (nth: number) => EntityId.parse(`0190a000-0000-7000-8000-00000000000${nth}`);
const [afp, ministry] = [id(1), id(2)];
const outlets = [{ id: afp, names: ["AFP", "Agence France-Presse"] }];
const quote = (from: Quote["from"], to: Quote["to"], claims = 1): Quote => ({ from, to, claims, reports: 1 });

test("an outlet that reports name in several ways is one, and quotes nobody who is itself", () => {
  const quotes = [
    quote({ name: "agence france presse" }, { id: ministry, name: "The ministry" }, 2),
    quote({ name: "AFP" }, { id: ministry, name: "The ministry" }),
    quote({ name: "AFP" }, { id: afp, name: "AFP" }),
    quote({ name: "Hama Post" }, { id: afp, name: "AFP" }),
    quote({ name: "the Ministry" }, { id: ministry, name: "The ministry" }),
  ];
  expect(knownQuotes(quotes, outlets)).toEqual([
    { from: { id: afp, name: "AFP" }, to: { id: ministry, name: "The ministry" }, claims: 3, reports: 2 },
    { from: { name: "Hama Post" }, to: { id: afp, name: "AFP" }, claims: 1, reports: 1 },
  ]);
});

const end = fc.constantFrom("a", "b", "c", "d").map((name) => ({ name }));
const some = fc.array(
  fc.record({ from: end, to: end, claims: fc.integer({ min: 1, max: 9 }), reports: fc.constant(1) }),
);

test("a picture has everybody once, in the column of what they do, whatever the order of the quotes", () => {
  fc.assert(
    fc.property(some, (quotes) => {
      const known = knownQuotes(quotes, []);
      const { spots, lines } = pictureOf(known);
      expect(pictureOf(known.toReversed()).spots).toEqual(spots);
      expect(new Set(spots.map(({ key }) => key)).size).toBe(spots.length);
      for (const { key, column } of spots) {
        const [out, into] = [lines.some(({ from }) => from === key), lines.some(({ to }) => to === key)];
        expect(column).toBe(out ? (into ? 1 : 0) : 2);
      }
    }),
  );
});
