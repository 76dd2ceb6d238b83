import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, ExportFile, Format, WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { documentOf, namesIn } from "@/domain/formats/shared/from-bundle";
import { leftBehind } from "@/domain/formats/shared/left-behind";
import { reviewFile } from "@/domain/formats/shared/review";
import { type Split, splitOf, splits } from "@/domain/formats/shared/splits";
import { countDetails, tokenised, withoutOverlap } from "@/domain/formats/shared/tokenised";
import { docBin } from "@/domain/formats/spacy/doc-bin";
import type { AnnotatedDocument } from "@/domain/interchange/document";
import { utf16 } from "@/domain/text/offsets";

const parts = { text: true, annotations: "all", relations: true } as const;

/** What `Doc.to_json` writes, and `Doc.from_json` reads. */
function docLine(document: AnnotatedDocument, ledger: LossLedger): string {
  const { tokens, parts: all, index } = tokenised(document, ledger);
  countDetails(document, index, ledger);
  const at = (position: number) => index.toCodePoint(utf16(position));
  const doc = {
    text: document.text,
    ents: withoutOverlap(all).map(({ span, start, end }) => ({ start, end, label: span.label, id: span.id })),
    tokens: tokens.map(({ start, end }, id) => ({ id, start: at(start), end: at(end) })),
    spans: {
      sc: all.map(({ span, start, end }) => ({ start, end, label: span.label, kb_id: span.entity ?? "", id: span.id })),
    },
    report_id: document.key,
    title: document.title,
    ...document.metadata,
  };
  return `${JSON.stringify(doc)}\n`;
}

const lines: ExportFile = {
  layer: "docs",
  name: "docs.jsonl",
  label: "Docs (JSON Lines)",
  rows: (counts) => counts.reports,
  async *write(dataset, { ledger }) {
    const names = namesIn(dataset.header);
    for await (const bundle of dataset.reports(parts)) yield docLine(documentOf(bundle, names), ledger);
  },
};

/** Tokens that one `.spacy` file holds: spaCy reads a folder of them as one corpus. */
const mostTokens = 250_000;

async function* bins(dataset: Dataset, { hash, ledger }: WriteOptions): AsyncGenerator<Entry> {
  const names = namesIn(dataset.header);
  for (const split of splits) {
    let bin = docBin(ledger);
    let nth = 1;
    for await (const bundle of dataset.reports(parts)) {
      if (splitOf(bundle, hash) !== split) continue;
      bin.add(documentOf(bundle, names));
      if (bin.tokens() < mostTokens) continue;
      yield { name: nameOf(split, nth), pieces: [bin.bytes()] };
      bin = docBin(ledger);
      nth += 1;
    }
    yield { name: nameOf(split, nth), pieces: [bin.bytes()] };
  }
}

const folders: Record<Split, string> = { train: "train", validation: "dev", test: "test" };
const nameOf = (split: Split, nth: number) => `corpus/${folders[split]}/${String(nth).padStart(4, "0")}.spacy`;

const corpus: ExportFile = {
  layer: "corpus",
  name: "corpus",
  label: "Corpus (DocBin) for training",
  rows: (counts) => counts.reports,
  entries: bins,
};

const readme = `# For spaCy

- \`corpus/train\`, \`corpus/dev\`, \`corpus/test\`: DocBin files, for \`spacy train … --paths.train corpus/train --paths.dev corpus/dev\`. Which report is
  in which depends on its id alone; duplicates go with their original.
- \`docs.jsonl\`: a \`Doc\` a line: \`Doc(nlp.vocab).from_json(line)\`.

Every tag is in \`doc.spans["sc"]\`, with its id as \`span.id_\` (DocBin) and its entity as \`span.kb_id_\`. \`doc.ents\`, where nothing may overlap, has the inner ones.
Tokens are cut where tags begin and end, so that no tag is lost; a model trained on them should be checked with \`spacy debug data\`.
`;

/** spacy.io/api/docbin and spacy.io/api/doc#to_json. */
export const spacy: Format = {
  id: "spacy",
  name: "spaCy (DocBin, JSON Lines)",
  label: "spaCy",
  means: "A corpus split for training, with overlapping tags as span groups, and the same as JSON Lines.",
  lets: [],
  extension: "spacy",
  mediaType: "application/octet-stream",
  offsetUnit: "code point",
  readBy: "model",
  files: [corpus, lines, reviewFile],
  usually: { byteOrderMark: false, comments: false },
  readme: () => readme,
  losses: leftBehind,
  whileWriting: [
    { what: "attributes", how: "dropped" },
    { what: "links", how: "dropped" },
    { what: "separate-parts", how: "split" },
    { what: "blank-borders", how: "trimmed" },
    { what: "blank-spans", how: "dropped" },
  ],
};
