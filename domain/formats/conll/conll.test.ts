import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conll2002, conll2003 } from "@/domain/formats/conll/conll";
import { documentIn } from "@/domain/formats/conll/write";
import { again, documentsOf, readBy, sent, troublesOf } from "@/domain/formats/round-trip.fixture";
import { type BioScheme, bioOf, bioSchemes, bioTag, spansOfBio } from "@/domain/interchange/bio";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { cutOf } from "@/domain/interchange/pieces";
import { sentencesIn } from "@/domain/interchange/tokens";
import { codePoint, codePointLength, offsetIndex } from "@/domain/text/offsets";

const wordsOf = ({ text }: { text: string }, { start, end }: { start: number; end: number }) =>
  [...text].slice(start, end).join("");

const aSentence = fc
  .array(
    fc.record({
      gap: fc.nat({ max: 2 }),
      length: fc.integer({ min: 1, max: 3 }),
      label: fc.constantFrom("place", "claim"),
    }),
    { maxLength: 5 },
  )
  .map((some) => {
    let at = 0;
    return some.map(({ gap, length, label }) => {
      const start = at + gap;
      at = start + length;
      return { label, start, end: at };
    });
  });

describe("tags of a sentence", () => {
  test.each<[BioScheme, string[]]>([
    ["IOB1", ["I-place", "I-place", "B-place", "O", "I-claim"]],
    ["IOB2", ["B-place", "I-place", "B-place", "O", "B-claim"]],
    ["BIOES", ["B-place", "E-place", "S-place", "O", "S-claim"]],
  ])("%s", (scheme, tags) => {
    const spans = [
      { label: "place", start: 0, end: 2 },
      { label: "place", start: 2, end: 3 },
      { label: "claim", start: 4, end: 5 },
    ];
    expect(bioOf(5, spans, scheme)).toEqual(tags);
  });

  test.each(bioSchemes)("every row of spans comes back from %s", (scheme) => {
    fc.assert(
      fc.property(aSentence, (spans) => {
        const tags = bioOf((spans.at(-1)?.end ?? 0) + 1, spans, scheme);
        expect(spansOfBio(tags.map((tag) => bioTag(tag) ?? { letter: "?", label: "" }))).toEqual(spans);
      }),
    );
  });
});

describe.each([conll2002, conll2003])("$id", (format) => {
  test("words and flat tags come back, in every scheme", async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, fc.nat({ max: 2 }), async (document, nth) => {
        const { documents, troubles } = await again(format, [document], format.files[nth]);
        expect(troubles).toEqual([]);
        const [found] = documents;
        if (!found) throw new Error("No document.");
        const words = sentencesIn(document.text).map(({ tokens }) =>
          tokens.map(({ start, end }) => document.text.slice(start, end)),
        );
        expect(found.text).toBe(words.map((each) => each.join(" ")).join("\n"));
        expect(found.tokens?.map((token) => wordsOf(found, token))).toEqual(words.flat());
        const cuts = sentencesIn(document.text).flatMap(({ tokens }) => tokens);
        const index = offsetIndex(document.text);
        for (const { label, segments } of found.spans) {
          const parts = document.spans.filter((span) => span.label === label).flatMap((span) => span.segments);
          const tagged = cuts.filter((_, at) => {
            const token = found.tokens?.[at];
            return segments.some(({ start, end }) => token && start <= token.start && token.end <= end);
          });
          expect(tagged.length).toBeGreaterThan(0);
          for (const { start, end } of tagged) {
            const touched = parts.map((part) => cutOf(part, index)).some((cut) => cut.start < end && start < cut.end);
            expect(touched, document.text.slice(start, end)).toBe(true);
          }
        }
      }),
    );
  });

  test("several reports are several documents", async () => {
    const text = "Ann came. Bob left";
    const one: AnnotatedDocument = { key: "a", title: "", text, metadata: {}, spans: [], links: [], notes: [] };
    const { documents } = await again(format, [one, { ...one, key: "b", text: "" }, { ...one, key: "c" }]);
    expect(documents.map((document) => document.text)).toEqual(["Ann came .\nBob left", "", "Ann came .\nBob left"]);
  });
});

const document = (text: string, ...spans: [string, string][]): AnnotatedDocument => ({
  key: "k",
  title: "t",
  text,
  metadata: { language: "ar" },
  links: [],
  notes: [],
  spans: spans.map(([label, words], nth) => {
    const start = codePointLength(text.slice(0, text.indexOf(words)));
    return {
      id: `s${nth}`,
      label,
      segments: [{ start: codePoint(start), end: codePoint(start + codePointLength(words)) }],
      attributes: {},
      made: {},
    };
  }),
});

describe("what a flat format changes is told", () => {
  const written = (one: AnnotatedDocument) => {
    const told: string[] = [];
    const said = documentIn(one, { scheme: "IOB2", columns: { between: 2 } }, (what, words) =>
      told.push(`${what}: ${words}`),
    );
    return { said, told };
  };

  test("Arabic words keep their clitics and lose their punctuation", () => {
    expect(written(document("قالت «عقيربات»، شرق.", ["label:rumour", "عقيربات"])).said).toBe(
      "-DOCSTART- -X- -X- O\n\nقالت -X- -X- O\n« -X- -X- O\nعقيربات -X- -X- B-label_rumour\n» -X- -X- O\n، -X- -X- O\nشرق -X- -X- O\n. -X- -X- O\n\n",
    );
  });

  test.each<[string, [string, string][], string]>([
    [
      "near Hama city",
      [
        ["place", "Hama"],
        ["claim", "near Hama city"],
      ],
      "overlapping-spans: Hama",
    ],
    ["Aqayrabat", [["place", "Aqay"]], "part-word-spans: Aqay"],
    ["He left. She came.", [["claim", "left. She"]], "spans-over-sentences: left. She"],
    ["one  two", [["claim", "  "]], "blank-spans: claim"],
  ])("%s", (text, spans, told) => expect(written(document(text, ...spans)).told).toEqual([told]));
});

describe("what others write", () => {
  const read = (conll: string) =>
    readBy(
      conll2003.reader ??
        (() => {
          throw new Error("No reader.");
        })(),
      [sent("a.conll", conll)],
    );

  test("three fields on the first line, four on the others, and no blank line between (Label Studio)", async () => {
    const found = await read("-DOCSTART- -X- O\nNear -X- _ O\nHama -X- _ B-place\n");
    expect(troublesOf(found)).toEqual([]);
    expect(documentsOf(found)[0]).toMatchObject({
      text: "Near Hama",
      spans: [{ label: "place", segments: [{ start: 5, end: 9 }] }],
    });
  });

  test("tabs, and IOB1 as INCEpTION writes it", async () => {
    const found = await read("U.N.\tNNP\tI-NP\tI-ORG\nofficial\tNN\tI-NP\tO\nEkeus\tNNP\tI-NP\tI-PER\n");
    expect(documentsOf(found)[0]?.spans.map(({ label }) => label)).toEqual(["ORG", "PER"]);
  });

  test.each<[string, string, object]>([
    ["a row with too few columns", "Near -X- _ O\nHama\n", { is: "syntax", line: 2 }],
    ["a tag of no known kind", "Near -X- _ O\nHama -X- _ place\n", { is: "value", said: "place", line: 2 }],
  ])("sets aside %s, and keeps its word", async (_, conll, trouble) => {
    const found = await read(conll);
    expect(troublesOf(found)).toMatchObject([trouble]);
    expect(documentsOf(found)[0]?.text).toBe("Near Hama");
  });
});
