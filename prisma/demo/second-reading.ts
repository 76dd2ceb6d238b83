import type { DemoReport } from "@/prisma/demo/demo-report";

const asserted = (about: Record<string, unknown>) => ({
  standing: "asserted",
  polarity: "affirmed",
  certainty: "certain",
  ...about,
});
const drowned = [{ what: "killed", low: 2, high: 2, words: "two people, a father and his son" }];

type Layer = Pick<DemoReport, "tags" | "links">;

/** What each of two analysts made of the same report without seeing the other's work. */
export const secondReading: Record<"analystA" | "analystB", Layer> = {
  analystA: {
    tags: [
      {
        key: "a1",
        kind: "claim",
        words: "The road bridge at Atbara was never closed",
        about: asserted({ kind: "denial", polarity: "negated", checkWorthy: true }),
      },
      {
        key: "a2",
        kind: "claim",
        words: "fewer than 100 trucks had waited at any time",
        about: asserted({ kind: "state", checkWorthy: true }),
      },
      {
        key: "a3",
        kind: "claim",
        words: "no lorry had crossed between Tuesday and Thursday noon",
        about: asserted({ kind: "state", polarity: "negated" }),
      },
      {
        key: "a4",
        kind: "claim",
        words: "the number of displaced families had risen to 85",
        about: asserted({ kind: "state", quantities: [{ what: "displaced", words: "85 families" }] }),
      },
      {
        key: "a5",
        kind: "claim",
        words: "two people, a father and his son, had drowned near Shendi on Monday",
        about: asserted({ kind: "event", checkWorthy: true, quantities: drowned }),
      },
      {
        key: "a6",
        kind: "claim",
        words: "The peak is now expected on Saturday",
        about: asserted({ kind: "forecast", certainty: "probable" }),
      },
      {
        key: "a7",
        kind: "claim",
        words: "Water may reach the railway yards at Atbara by the weekend",
        about: asserted({ kind: "forecast", certainty: "possible" }),
      },
      { key: "ap1", kind: "place", words: "Atbara", nth: 2, about: { featureType: "settlement" } },
      { key: "ap2", kind: "place", words: "Shendi", about: { featureType: "settlement" } },
      { key: "ap3", kind: "place", words: "the railway yards at Atbara", about: { featureType: "facility" } },
      { key: "ap4", kind: "place", words: "River Nile State", about: { featureType: "province" } },
      { key: "as1", kind: "source", words: "a spokesman for the governor of River Nile State" },
      { key: "as2", kind: "source", words: "Three shopkeepers on the eastern bank" },
      { key: "as3", kind: "source", words: "The local committee in Ad-Damir" },
    ],
    links: [
      { kind: "attributed-to", from: "a1", to: "as1", about: { how: "explicit" } },
      { kind: "attributed-to", from: "a2", to: "as1", about: { how: "anaphoric" } },
      { kind: "attributed-to", from: "a3", to: "as2", about: { how: "explicit" } },
      { kind: "attributed-to", from: "a4", to: "as3", about: { how: "explicit" } },
      { kind: "attributed-to", from: "a5", to: "as3", about: { how: "carried over" } },
      { kind: "located-at", from: "a1", to: "ap1", about: { role: "at" } },
      { kind: "located-at", from: "a5", to: "ap2", about: { role: "near" } },
      { kind: "contradicts", from: "a3", to: "a1" },
    ],
  },
  analystB: {
    tags: [
      {
        key: "b1",
        kind: "claim",
        words: "The road bridge at Atbara was never closed",
        about: asserted({ kind: "denial", polarity: "negated", checkWorthy: true }),
      },
      {
        key: "b2",
        kind: "claim",
        words: "fewer than 100 trucks had waited",
        about: asserted({ kind: "state", checkWorthy: true }),
      },
      {
        key: "b3",
        kind: "claim",
        words: "no lorry had crossed between Tuesday and Thursday noon",
        about: asserted({ kind: "event", polarity: "negated", checkWorthy: true }),
      },
      {
        key: "b4",
        kind: "claim",
        words: "the number of displaced families had risen to 85",
        about: asserted({ kind: "state", quantities: [{ what: "displaced", words: "85 families" }] }),
      },
      {
        key: "b5",
        kind: "claim",
        words: ["two people", "had drowned near Shendi on Monday"],
        about: asserted({ kind: "event", checkWorthy: true, quantities: drowned }),
      },
      {
        key: "b7",
        kind: "claim",
        words: "Water may reach the railway yards at Atbara by the weekend",
        about: asserted({ kind: "forecast", certainty: "probable" }),
      },
      {
        key: "b8",
        kind: "claim",
        words: "Train services between Atbara and Port Sudan were not affected",
        about: asserted({ kind: "state", polarity: "negated" }),
      },
      { key: "bp1", kind: "place", words: "Atbara", nth: 2, about: { featureType: "settlement" } },
      { key: "bp2", kind: "place", words: "Shendi", about: { featureType: "settlement" } },
      { key: "bp3", kind: "source", words: "the railway yards at Atbara" },
      { key: "bp5", kind: "place", words: "Port Sudan", about: { featureType: "settlement" } },
      { key: "bs1", kind: "source", words: "a spokesman for the governor of River Nile State" },
      { key: "bs2", kind: "source", words: "Three shopkeepers" },
      { key: "bs3", kind: "source", words: "The local committee in Ad-Damir" },
      { key: "bs4", kind: "source", words: "the ministry", nth: 1 },
    ],
    links: [
      { kind: "attributed-to", from: "b1", to: "bs1", about: { how: "explicit" } },
      { kind: "attributed-to", from: "b3", to: "bs2", about: { how: "explicit" } },
      { kind: "attributed-to", from: "b4", to: "bs3", about: { how: "explicit" } },
      { kind: "attributed-to", from: "b5", article: true },
      { kind: "attributed-to", from: "b7", to: "bs4", about: { how: "explicit" } },
      { kind: "located-at", from: "b1", to: "bp1", about: { role: "at" } },
      { kind: "located-at", from: "b5", to: "bp2", about: { role: "near" } },
    ],
  },
};
