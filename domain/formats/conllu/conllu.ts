import type { ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { documentsIn, nameOf } from "@/domain/formats/shared/documents";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { bySentence, type Stretch, stretchesOf } from "@/domain/interchange/flat-spans";
import { type CutSentence, sentencesIn } from "@/domain/interchange/tokens";
import { offsetIndex } from "@/domain/text/offsets";

const columns = "ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC GLOSSATOR:TAGS";
/** LEMMA to DEPS: nothing of it is known. */
const unknown = "_\t".repeat(7);

type Ledger = Pick<LossLedger, "add">;

/**
 * The last column is written as in the PARSEME corpora: `1:place` where tag 1 of the sentence begins, `1` where it goes
 * on, `;` between several, `*` for none. A comment gives the id of each.
 */
const file: ExportFile = {
  layer: "conllu",
  name: "dataset.conllup",
  label: "Sentences and tags",
  rows: ({ annotations }) => annotations,
  async *write(dataset, { ledger }: WriteOptions) {
    yield `# global.columns = ${columns}\n`;
    for await (const document of documentsIn(dataset, { comments: false })) yield sentencesOf(document, ledger);
  },
};

export function sentencesOf({ key, text, metadata, spans }: AnnotatedDocument, ledger: Ledger): string {
  const sentences = sentencesIn(text, metadata["language"]);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const found = stretchesOf(spans, { text, index: offsetIndex(text), tokens }, (what, words) => {
    if (what === "blank-spans") ledger.add(what, "dropped", words);
    else if (what === "part-word-spans") ledger.add(what, "re-tokenised", words);
  });
  const ordered = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let said = "";
  const cut = ({ span }: Stretch) => ledger.add("spans-over-sentences", "split", span.label);
  for (const [nth, { sentence, stretches }] of bySentence(ordered, sentences, cut).entries()) {
    if (nth === 0) said += `# newdoc id = ${key}\n`;
    said += `# sent_id = ${key}-${nth + 1}\n`;
    said += rowsOf(sentence, stretches, text);
  }
  return said;
}

function rowsOf({ start, end, tokens }: CutSentence, stretches: readonly Stretch[], text: string): string {
  const numbers = new Map<string, number>();
  const tags = tokens.map((): string[] => []);
  for (const { span, start: from, end: to } of stretches) {
    const known = numbers.get(span.id);
    const number = known ?? numbers.size + 1;
    numbers.set(span.id, number);
    for (let at = from; at < to; at += 1) {
      tags[at]?.push(at === from && known === undefined ? `${number}:${nameOf(span.label)}` : String(number));
    }
  }
  let said = `# text = ${text.slice(start, end).replace(/\s+/gu, " ").normalize("NFC")}\n`;
  for (const [id, number] of numbers) said += `# tag_${number} = ${id.replace(/\s+/gu, " ")}\n`;
  tokens.forEach((token, nth) => {
    const form = text.slice(token.start, token.end).normalize("NFC");
    const next = tokens[nth + 1];
    const misc = next?.start === token.end ? "SpaceAfter=No" : "_";
    const own = tags[nth] ?? [];
    said += `${nth + 1}\t${form}\t${unknown}${misc}\t${own.length === 0 ? "*" : own.join(";")}\n`;
  });
  return `${said}\n`;
}

/** universaldependencies.org/ext-format.html. */
export const conllu: Format = {
  id: "conllu-plus",
  name: "CoNLL-U Plus",
  label: "CoNLL-U Plus",
  means: "Sentences and words with a column of tags: tags in several parts and tags within tags stay.",
  lets: [],
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: null,
  readBy: "model",
  files: [file, reviewFile],
  usually: { byteOrderMark: false, comments: true },
  losses(counts, filters, options) {
    const all = [
      { what: "links", count: counts.relations, how: "dropped" },
      { what: "attributes", count: counts.annotations, how: "dropped" },
    ] as const;
    return [...all.filter(({ count }) => count !== 0), ...leftBehind(counts, filters, options)];
  },
  whileWriting: [
    { what: "spans-over-sentences", how: "split" },
    { what: "part-word-spans", how: "re-tokenised" },
    { what: "blank-spans", how: "dropped" },
  ],
};
