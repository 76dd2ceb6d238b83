import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Format } from "@/domain/formats/format";
import { formats } from "@/domain/formats/registry";
import { datasetWith, filesOf, readBy, sent, textOf } from "@/domain/formats/round-trip.fixture";
import { aDocument } from "@/domain/interchange/documents.fixture";
import { BrokenFile, type Found, type SentFile } from "@/domain/interchange/reader";
import { codePointLength } from "@/domain/text/offsets";

const read = formats.filter(
  (format): format is Format & Required<Pick<Format, "reader">> => format.reader !== undefined,
);

/** What a reader makes of files, however broken: `BrokenFile` is the one error it may throw. */
async function whatever({ reader }: (typeof read)[number], files: readonly SentFile[]): Promise<Found[]> {
  try {
    return await readBy(reader, files);
  } catch (error) {
    if (error instanceof BrokenFile) return [];
    throw error;
  }
}

function soundly(found: readonly Found[]): void {
  for (const one of found) {
    if (one.is === "set-aside") expect(one.aside.record.length).toBeLessThanOrEqual(2000);
    if (one.is !== "document") continue;
    const { text, spans, links } = one.document;
    const length = codePointLength(text);
    expect(text).not.toContain("\r");
    const ids = new Set([...spans, ...links].map(({ id }) => id));
    expect(ids.size).toBe(spans.length + links.length);
    for (const { segments } of spans) {
      let after = 0;
      expect(segments.length).toBeGreaterThan(0);
      for (const { start, end } of segments) {
        expect(start).toBeGreaterThanOrEqual(after);
        expect(end).toBeGreaterThan(start);
        after = end;
      }
      expect(after).toBeLessThanOrEqual(length);
    }
    for (const { from, to } of links) {
      expect(spans.some(({ id }) => id === from)).toBe(true);
      if ("span" in to) expect(spans.some(({ id }) => id === to.span)).toBe(true);
    }
  }
}

const writtenBy = async (format: Format, document: Parameters<typeof datasetWith>[0]) => {
  const [file] = format.files;
  return file ? (await filesOf(file, datasetWith(document))).files : [];
};

/** One change somewhere in a text: letters lost, put in, doubled or cut off. */
const aChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  lose: fc.nat({ max: 12 }),
  put: fc.constantFrom(
    "",
    "\t",
    "\n",
    "\r\n",
    "9",
    "-1",
    "]",
    "[",
    '"',
    "<",
    ">",
    "&",
    "|",
    "\\",
    "_",
    "😀",
    "\u0000",
    "{",
    "}",
    ";",
    "T1",
    "\ud800",
  ),
  cut: fc.boolean(),
});

const changed = (text: string, { at, lose, put, cut }: { at: number; lose: number; put: string; cut: boolean }) => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + put + (cut ? "" : text.slice(from + lose));
};

describe.each(read)("the reader of $id", (format) => {
  test("takes anything without falling over", async () => {
    const names = format.reader.extensions.map((extension) => `a${extension}`);
    const content = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.uint8Array({ maxLength: 200 }));
    const file = fc.tuple(fc.constantFrom(...names), content).map(([name, all]) => sent(name, all));
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 3 }), async (files) => soundly(await whatever(format, files))),
    );
  });

  test("shifts nothing in a file that was changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        aDocument,
        fc.nat(),
        fc.array(aChange, { minLength: 1, maxLength: 3 }),
        async (document, which, changes) => {
          const files = await writtenBy(format, [document]);
          const nth = which % files.length;
          const content = changes.reduce(changed, await textOf(files[nth]).catch(() => ""));
          soundly(await whatever(format, files.with(nth, sent(files[nth]?.name ?? "", content))));
        },
      ),
    );
  });

  test("recognises what is written, by name and first letters", async () => {
    const [document] = fc.sample(aDocument, { numRuns: 1, seed: 3 });
    const files = document ? await writtenBy(format, [document]) : [];
    const heads = await Promise.all(
      files.map(async (file) => [file.name, await textOf(file).catch(() => "")] as const),
    );
    const sure = heads.map(([name, head]) => format.reader.recognises(name, head.slice(0, 65_536)));
    expect(Math.max(...sure)).toBeGreaterThan(0.8);
    for (const one of sure) expect(one).toBeLessThanOrEqual(1);
  });
});
