import type { Dataset } from "@/domain/formats/dataset";
import type { ExportFile, WriteOptions } from "@/domain/formats/format";
import type { LossKind } from "@/domain/formats/loss";
import { documentsIn, nameOf } from "@/domain/formats/shared/documents";
import { type BioScheme, bioOf } from "@/domain/interchange/bio";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { bySentence, type Refitted, stretchesOf, withoutOverlaps } from "@/domain/interchange/flat-spans";
import { sentencesIn } from "@/domain/interchange/tokens";
import { offsetIndex } from "@/domain/text/offsets";

/** What the columns between a word and its tag hold, on the line of a document too; none of it is known. */
const unknown = "-X-";

export type Columns = { between: number };

/** One file with every report, one word a line. */
export const conllFile = (scheme: BioScheme, columns: Columns, main: boolean): ExportFile => ({
  layer: scheme.toLowerCase(),
  name: `${scheme.toLowerCase()}.conll`,
  label: scheme === "IOB2" ? "IOB2 (usual)" : scheme,
  rows: ({ annotations }) => annotations,
  write: (dataset, options) => conllOf(dataset, main ? options.ledger : undefined, { scheme, columns }),
});

type How = { scheme: BioScheme; columns: Columns };

async function* conllOf(dataset: Dataset, ledger: WriteOptions["ledger"] | undefined, how: How): AsyncIterable<string> {
  for await (const document of documentsIn(dataset, { comments: false })) {
    yield documentIn(document, how, (what, words) => ledger?.add(what, waysOf[what], words));
  }
}

type Changed = Refitted | "spans-over-sentences";
const waysOf = {
  "blank-spans": "dropped",
  "overlapping-spans": "dropped",
  "part-word-spans": "re-tokenised",
  "separate-parts": "split",
  "spans-over-sentences": "split",
} as const satisfies Partial<Record<LossKind, string>>;

/** What may be lost on the way. */
export const conllLosses = (Object.keys(waysOf) as Changed[]).map((what) => ({ what, how: waysOf[what] }));

export function documentIn(
  { text, metadata, spans }: AnnotatedDocument,
  { scheme, columns }: How,
  changed: (what: Changed, words: string) => void,
): string {
  const sentences = sentencesIn(text, metadata["language"]);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const found = stretchesOf(spans, { text, index: offsetIndex(text), tokens }, changed);
  const wordsOf = ({ start, end }: { start: number; end: number }) =>
    text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  const flat = withoutOverlaps(found, (stretch) => changed("overlapping-spans", wordsOf(stretch)));
  const between = `${unknown} `.repeat(columns.between);
  let said = `-DOCSTART- ${between}O\n\n`;
  for (const { sentence, stretches } of bySentence(flat, sentences, (stretch) =>
    changed("spans-over-sentences", wordsOf(stretch)),
  )) {
    const named = stretches.map(({ span, start, end }) => ({ label: nameOf(span.label), start, end }));
    const tags = bioOf(sentence.tokens.length, named, scheme);
    sentence.tokens.forEach(({ start, end }, nth) => {
      said += `${text.slice(start, end)} ${between}${tags[nth]}\n`;
    });
    said += "\n";
  }
  return said;
}
