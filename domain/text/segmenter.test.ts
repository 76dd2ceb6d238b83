import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "@/prisma/builders/any-text";
import { type Granularity, partsOf } from "./segmenter";

test.each<Granularity>(["grapheme", "word"])("a long text has the same %s borders as in one go", (granularity) => {
  const longText = fc.array(anyText, { minLength: 5, maxLength: 60 }).map((texts) => texts.join(""));
  fc.assert(
    fc.property(longText, (text) => {
      const inOneGo = [...new Intl.Segmenter("en", { granularity }).segment(text)].map(({ index }) => index);
      expect([...partsOf(text, granularity, "en")].map(({ start }) => start)).toEqual(inOneGo);
    }),
    { numRuns: 60 },
  );
});
