import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededChance } from "@/domain/agreement/chance";
import { krippendorffAlpha } from "@/domain/agreement/krippendorff-alpha";
import type { LabelledSpan, TaggedReport } from "@/domain/agreement/labelled-span";
import type { Measure } from "@/domain/agreement/measure";
import { borderLabelAgreement, spanF1Measures } from "@/domain/agreement/measures";
import { number, sentences } from "@/domain/agreement/outcome";
import { tallyPositions } from "@/domain/agreement/positions";
import { attributeSheets, type ComparedAttribute, comparedAttributes } from "@/domain/agreement/project/attributes";
import { computeAgreement } from "@/domain/agreement/project/compute";
import { meetings } from "@/domain/agreement/project/confusion";
import type { Described } from "@/domain/agreement/project/described";
import { labelMeasures } from "@/domain/agreement/project/figures";
import { labelSets } from "@/domain/agreement/project/label-sets";
import type { ReportLayers, Steps, TagColumns } from "@/domain/agreement/project/layers";
import { sameTags } from "@/domain/agreement/project/same-tags";
import { asWritten, sentenceOf } from "@/domain/agreement/project/sentence";
import { rowOf, rowOfPair, sheetOf, sheetOfPair, sheetOfRatings } from "@/domain/agreement/project/sheet";
import { wilson } from "@/domain/agreement/project/wilson";
import { inWords, wordsOf } from "@/domain/agreement/project/words";
import { summarise } from "@/domain/agreement/summary";
import { addTallies } from "@/domain/agreement/tally";

const kinds = ["claim", "place", "source"];

/** "claim 0-5, place 2-4" */
const spans = (text: string): LabelledSpan[] =>
  text === ""
    ? []
    : text.split(", ").map((each) => {
        const [label = "", borders = ""] = each.split(" ");
        const [start = 0, end = 0] = borders.split("-").map(Number);
        return { start, end, label };
      });

function tags(text: string): TagColumns {
  const sorted = spans(text).sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    count: sorted.length,
    starts: Int32Array.from(sorted, ({ start }) => start),
    ends: Int32Array.from(sorted, ({ end }) => end),
    kinds: Int32Array.from(sorted, ({ label }) => kinds.indexOf(label)),
    idAt: (place) => `${place}`,
  };
}

const report = (...people: string[]): ReportLayers => ({
  id: "r",
  title: "R",
  week: "2026-11-16",
  length: 50,
  layers: people.map((text, person) => ({ person, tags: tags(text) })),
});

function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const computed = (reports: readonly ReportLayers[], people = 2) =>
  finished(
    computeAgreement({
      people: Array.from({ length: people }, (_, place) => ({ id: `${place}`, name: `${place}` })),
      kinds: kinds.map((kind) => ({ kind, name: kind })),
      reports,
      described: [],
      attributes: [],
      measures: undefined,
      seed: 1,
      resamples: 100,
      gamma: { precision: 0.02, reports: 1, tags: 10 },
    }),
  );

test.each([
  { given: "claim 0-10, place 4-6", pieces: "claim 0-4, claim + place 4-6, claim 6-10" },
  { given: "claim 0-5, claim 3-8", pieces: "claim 0-3, claim 3-5, claim 5-8" },
  { given: "place 2-4, other 2-4", pieces: "place 2-4" },
  { given: "", pieces: "" },
])("$given is cut into $pieces", ({ given, pieces }) => {
  const shown = labelSets(spans(given), kinds).map(({ start, end, label }) => `${label} ${start}-${end}`);
  expect(shown.join(", ")).toBe(pieces);
});

test.each([
  { what: "the same borders", a: "claim 0-9", b: "place 0-9", met: ["0 0"] },
  { what: "the same kind before another", a: "claim 0-9", b: "place 0-9, claim 0-9", met: ["0 1", "-1 0"] },
  { what: "half of the words", a: "claim 0-10", b: "claim 5-10", met: ["0 0"] },
  { what: "less than half", a: "claim 0-10", b: "place 6-10", met: ["0 -1", "-1 0"] },
  {
    what: "a place within a claim of both",
    a: "claim 0-20, place 2-5",
    b: "claim 1-20, place 2-5",
    met: ["1 1", "0 0"],
  },
  { what: "nobody else", a: "claim 0-10", b: "", met: ["0 -1"] },
])("tags meet on $what", ({ a, b, met }) => {
  expect(meetings(tags(a), tags(b)).map(({ first, second }) => `${first} ${second}`)).toEqual(met);
});

const anyTags = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.nat(40), fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
  .map((list) => list.map(([kind, start, length]) => `${kind} ${start}-${start + length}`).join(", "));

test("every tag meets once, whoever is asked first", () => {
  fc.assert(
    fc.property(anyTags, anyTags, (a, b) => {
      const met = meetings(tags(a), tags(b));
      const firsts = met.map(({ first }) => first).filter((place) => place >= 0);
      expect(firsts.sort((x, y) => x - y)).toEqual(Array.from({ length: tags(a).count }, (_, place) => place));
      const turned = meetings(tags(b), tags(a));
      const alone = (list: typeof met) => list.filter(({ first, second }) => first < 0 || second < 0).length;
      expect(alone(turned)).toBe(alone(met));
    }),
  );
});

test("a sheet read back from its row is the same to every measure", () => {
  fc.assert(
    fc.property(anyTags, anyTags, (a, b) => {
      const one = { length: 50, raters: [labelSets(spans(a), kinds), labelSets(spans(b), kinds)] };
      const tally = tallyPositions(one, kinds);
      const sheet = sheetOfRatings(tally);
      const full = sheetOf(rowOf(sheet), tally.categories, 2);
      const pair = sheetOfPair(rowOfPair(sheet), tally.categories);
      for (const { id, value, counts } of labelMeasures) {
        expect(value(full), id).toEqual(value(sheet));
        if (counts === "positions") expect(value(pair), id).toEqual(value(sheet));
      }
    }),
  );
});

/** What the measure itself says of all reports together. */
function pooledOf<Part>(measure: Measure<TaggedReport, Part>, reports: readonly TaggedReport[]): number | null {
  const { pooled } = summarise(measure, reports, seededChance(1), 1);
  return pooled.known ? pooled.value : null;
}

test("pooled figures are those of the measures themselves", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyTags, anyTags, anyTags), { minLength: 1, maxLength: 4 }), (given) => {
      const { figures, byKind } = computed(
        given.map((people) => report(...people)),
        3,
      );
      const tagged = given.map((people) => ({ length: 50, raters: people.map(spans) }));
      for (const measure of spanF1Measures) {
        expect(figures.find((each) => each.measure === measure.id)?.pooled.value, measure.id).toBe(
          pooledOf(measure, tagged),
        );
      }
      const labels = figures.find(({ measure }) => measure === borderLabelAgreement.id);
      expect(labels?.pooled.value).toBe(pooledOf(borderLabelAgreement, tagged));
      const alpha = krippendorffAlpha("nominal")(addTallies(tagged.map((each) => tallyPositions(each, ["claim"]))));
      const claims = byKind[0]?.figures.find(({ measure }) => measure === "krippendorffAlphaNominal");
      if (alpha.known) expect(claims?.pooled.value).toBeCloseTo(alpha.value, 9);
      else expect(claims?.pooled.why).toBe(alpha.why);
    }),
    { numRuns: 40 },
  );
});

describe("figures of a project", () => {
  test("people who agree in everything", () => {
    const { figures, pairs, confused } = computed([report("claim 0-9", "claim 0-9"), report("place 3-9", "place 3-9")]);
    for (const { measure, pooled } of figures) expect(pooled, measure).toMatchObject({ value: expect.closeTo(1, 12) });
    expect(pairs).toMatchObject([{ first: "0", second: "1", reports: 2 }]);
    expect(confused).toEqual([]);
  });

  test("three people, of whom two were on each report", () => {
    const by = (first: number, second: number, a: string, b: string): ReportLayers => {
      const both = report(a, b);
      return {
        ...both,
        layers: both.layers.map((layer, place) => ({ ...layer, person: [first, second][place] ?? 0 })),
      };
    };
    const { figures, pairs, confusion } = computed(
      [by(0, 1, "claim 0-9", "claim 0-9"), by(1, 2, "claim 0-9", "place 0-9"), by(0, 2, "claim 0-9", "")],
      3,
    );
    const alpha = figures.find(({ measure }) => measure === "krippendorffAlphaNominal");
    expect(alpha?.coverage).toEqual({ of: "positions", used: 150, seen: 150 });
    expect(figures.find(({ measure }) => measure === "cohenKappa")?.pooled).toEqual({
      value: null,
      why: "not-two-raters",
    });
    expect(pairs.map(({ first, second, reports }) => `${first}${second} ${reports}`)).toEqual(["01 1", "02 1", "12 1"]);
    expect(confusion.symmetric).toBe(true);
    expect(confusion.cells[0]).toEqual([1, 1, 0, 1]);
  });

  test.each([
    { what: "no report", reports: [], people: 2, why: "no-overlap" },
    { what: "one person", reports: [], people: 1, why: "one-rater" },
    { what: "nobody's tag", reports: [report("", "")], people: 2, why: "nobody-tagged" },
  ])("with $what there is no F1 but a sentence", ({ reports, people, why }) => {
    const f1 = computed(reports, people).figures.find(({ measure }) => measure === "spanF1Exact");
    expect(f1).toMatchObject({ pooled: { value: null, why } });
    expect(Object.values(sentences)).toContain(f1?.sentence);
  });

  test("an interval holds its value and is the same for the same seed", () => {
    const chance = seededChance(4);
    const reports = Array.from({ length: 12 }, () =>
      chance() < 0.6 ? report("claim 0-9", "claim 0-9") : report("claim 0-9", "claim 1-9, place 20-24"),
    );
    const [once, again] = [computed(reports), computed(reports)];
    expect(again).toEqual(once);
    for (const { pooled } of once.figures) {
      if (pooled.value === null || !pooled.interval) continue;
      expect(pooled.interval.low).toBeLessThanOrEqual(pooled.value + 1e-9);
      expect(pooled.interval.high).toBeGreaterThanOrEqual(pooled.value - 1e-9);
    }
  });
});

test.each([
  { value: 0.834, says: "By convention this is reliable" },
  { value: 0.7, says: "only tentative conclusions" },
  { value: 0.3, says: "too low to rely on" },
  { value: -0.2, says: "no more than expected by chance" },
])("$value is put in words", ({ value, says }) => {
  const figure = { id: "cohenKappa", name: "Cohen's κ" };
  const sentence = sentenceOf(figure, number(value), { interval: { low: 0.1, high: 0.9, resamples: 100 }, reports: 8 });
  expect(sentence).toContain(says);
  expect(sentence).toContain("0.10 to 0.90");
});

test.each([
  { value: 0.999, written: "0.99" },
  { value: 1, written: "1.00" },
  { value: -0.001, written: "0.00" },
  { value: -0.25, written: "−0.25" },
])("$value is written $written", ({ value, written }) => {
  expect(asWritten(value)).toBe(written);
});

test("Wilson's interval of 8 of 10 is the published one", () => {
  expect(wilson(8, 10)).toEqual({ share: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) });
  expect(wilson(0, 0)).toBeUndefined();
});

test("tags counted in words, in code points of a text beyond the basic plane", () => {
  const words = wordsOf([{ start: 2, text: "😊 two words here" }], "en");
  expect([...words.starts]).toEqual([4, 8, 14]);
  const counted = inWords(tags("claim 4-13, place 8-9, source 2-3"), words);
  expect([...counted.starts]).toEqual([0, 1]);
  expect([...counted.ends]).toEqual([2, 2]);
});

describe("several tags of one person on the same words", () => {
  const claim = (certainty: string, link?: string): Described => ["claim", 0, 9, { certainty }, link ? [link] : []];
  const certainty = comparedAttributes.filter(({ attribute }) => attribute === "certainty")[0] as ComparedAttribute; // there
  const items = (...layers: Described[][]) => {
    const report = layers.map((all, person) => ({ person, tags: all }));
    return sameTags(report, certainty.kind)
      .map((group) => group.map(({ tag }) => tag[3]["certainty"]).join(" "))
      .toSorted();
  };

  test("are compared with what is most alike, in whatever order they were made", () => {
    const [certain, possible] = [claim("certain"), claim("possible")];
    expect(items([certain, possible], [possible, certain])).toEqual(["certain certain", "possible possible"]);
    const one = [claim("certain", "to attributed-to source 20-30"), claim("possible", "to attributed-to source 40-50")];
    const other = [
      claim("certain", "to attributed-to source 40-50"),
      claim("certain", "to attributed-to source 20-30"),
    ];
    expect(items(one, other)).toEqual(["certain certain", "possible certain"]);
  });

  test("come to the same from either side and in any order", () => {
    const anyClaim = fc
      .tuple(fc.constantFrom("certain", "possible", "probable"), fc.constantFrom("a", "b", undefined))
      .map(([value, link]) => claim(value, link));
    const layer = fc.array(anyClaim, { maxLength: 4 });
    fc.assert(
      fc.property(layer, layer, (one, other) => {
        expect(items(one.toReversed(), other)).toEqual(items(one, other));
        const turned = items(other, one).map((pair) => pair.split(" ").toReversed().join(" "));
        expect(turned.toSorted()).toEqual(items(one, other));
      }),
    );
  });
});

test("a box that is not ticked says no once anybody ticked it, and nothing where nobody did", () => {
  const box = comparedAttributes.filter(({ attribute }) => attribute === "checkWorthy")[0] as ComparedAttribute; // there
  const report = (said: Record<string, string>) => [
    { person: 0, tags: [["claim", 0, 9, said]] as Described[] },
    { person: 1, tags: [["claim", 0, 9, {}]] as Described[] },
  ];
  const places = (said: Record<string, string>) => {
    const steps = attributeSheets([report(said)], box, 2);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value.places;
  };
  expect([places({ checkWorthy: "true" }), places({ checkWorthy: "false" }), places({})]).toEqual([1, 0, 0]);
});
