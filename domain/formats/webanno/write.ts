import type { Dataset } from "@/domain/formats/dataset";
import type { Entry, WriteOptions } from "@/domain/formats/format";
import type { LossLedger } from "@/domain/formats/loss";
import { documentsIn, fileNameOf } from "@/domain/formats/shared/documents";
import {
  type Features,
  featuresOfLink,
  featuresOfTag,
  linkFeatures,
  linkLayer,
  tagFeatures,
  tagLayer,
} from "@/domain/formats/shared/layers";
import { escapedText, escapedValue } from "@/domain/formats/webanno/escape";
import {
  type LinkMark,
  type Mark,
  numbered,
  type Rows,
  rowsOf,
  type Unit,
  unitsOver,
} from "@/domain/formats/webanno/rows";
import type { AnnotatedDocument, Link, Span } from "@/domain/interchange/document";
import { type Cut, cutOf } from "@/domain/interchange/pieces";
import { sentencesIn } from "@/domain/interchange/tokens";
import { type OffsetIndex, offsetIndex } from "@/domain/text/offsets";

const header = `#FORMAT=WebAnno TSV 3.3
#T_SP=${tagLayer}|${tagFeatures.join("|")}
#T_RL=${linkLayer}|${linkFeatures.join("|")}|BT_${tagLayer}

`;

/** One file for each report. */
export async function* webannoEntries(dataset: Dataset, { ledger }: WriteOptions): AsyncGenerator<Entry> {
  for await (const document of documentsIn(dataset, { comments: false })) {
    yield { name: `${fileNameOf(document.key)}.tsv`, pieces: tsvOf(document, ledger) };
  }
}

type Ledger = Pick<LossLedger, "add">;

/** The file of one document, sentence by sentence. */
export function* tsvOf({ text, metadata, spans, links }: AnnotatedDocument, ledger: Ledger): Generator<string> {
  const index = offsetIndex(text);
  const rows = rowsOf(sentencesIn(text, metadata["language"]));
  const marks = marksOf(rows, spans, { text, index, ledger });
  numbered(rows, [...marks.values()].flat());
  for (const link of links) addLink(link, marks, ledger);
  const [first] = rows.sentences;
  if (text.slice(0, first?.cut.start ?? text.length) !== "") ledger.add("blank-text", "altered");
  yield header;
  for (const [nth, { cut, rows: tokens }] of rows.sentences.entries()) {
    let said = "\n";
    for (const line of linesOf(text, cut, rows.sentences[nth + 1]?.cut)) said += `#Text=${escapedText(line)}\n`;
    for (const { unit, parts } of tokens) {
      said += rowOf(unit, text);
      for (const part of parts) said += rowOf(part, text);
    }
    yield said;
  }
}

/**
 * The lines of a sentence with the white space behind it: readers put one line break between sentences and fill the rest
 * with blanks, so that all of it but that line break has to be in a sentence.
 */
function linesOf(text: string, { start }: Cut, next: Cut | undefined): string[] {
  const end = next?.start ?? text.length;
  return text.slice(start, next && text[end - 1] === "\n" ? end - 1 : end).split("\n");
}

type Over = { text: string; index: OffsetIndex; ledger: Ledger };

/** One mark for each part of each tag. */
function marksOf(rows: Rows, spans: readonly Span[], over: Over): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const span of spans) {
    const values = valuesOf(tagFeatures, featuresOfTag(span));
    const parts = span.segments.flatMap((segment) => partOf(rows, cutOf(segment, over.index), over));
    if (parts.length === 0) over.ledger.add("blank-spans", "dropped", span.label);
    if (parts.length > 1) over.ledger.add("separate-parts", "split", span.label);
    const made = parts.map((units): Mark => ({ units, values }));
    for (const mark of made) for (const unit of mark.units) unit.marks.push(mark);
    if (made.length > 0) marks.set(span.id, made);
  }
  return marks;
}

function partOf(rows: Rows, cut: Cut, { text, ledger }: Over): Unit[][] {
  const units = unitsOver(rows, cut);
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last) return [];
  if (first.start !== cut.start || last.end !== cut.end) {
    ledger.add("blank-borders", "trimmed", text.slice(cut.start, cut.end));
  }
  return [units];
}

/** A link stands where its target begins and names where its source does. */
function addLink(link: Link, marks: ReadonlyMap<string, readonly Mark[]>, ledger: Ledger): void {
  const [from] = marks.get(link.from) ?? [];
  const [to] = "span" in link.to ? (marks.get(link.to.span) ?? []) : [];
  if (!("span" in link.to)) ledger.add("links-to-no-tag", "dropped", link.label);
  else if (!from || !to) ledger.add("relations-without-both-ends", "dropped", link.label);
  if (!from || !to) return;
  if (link.cue) ledger.add("link-words", "dropped", link.label);
  to.units[0]?.links.push({ values: valuesOf(linkFeatures, featuresOfLink(link)), from, to });
}

/** `*` is null; an empty value is nothing between two tabs. */
const valuesOf = (names: readonly string[], features: Features) =>
  names.map((name) => {
    const value = features[name];
    return typeof value === "string" ? escapedValue(value) : "*";
  });

const noTag = tagFeatures.map(() => "_\t").join("");
const noLink = [...linkFeatures, "BT"].map(() => "_\t").join("");

function rowOf({ id, start, end, marks, links }: Unit, text: string): string {
  const tags = marks.length === 0 ? noTag : columnsOf(tagFeatures, marks, numberedIn);
  const said =
    links.length === 0 ? noLink : `${columnsOf(linkFeatures, links, plainIn)}${links.map(sourceOf).join("|")}\t`;
  return `${id}\t${start}-${end}\t${text.slice(start, end)}\t${tags}${said}\n`;
}

const numberedIn = ({ values, number }: Mark, nth: number) =>
  number === undefined ? values[nth] : `${values[nth]}[${number}]`;
const plainIn = ({ values }: LinkMark, nth: number) => values[nth];

function columnsOf<T>(names: readonly string[], all: readonly T[], said: (one: T, nth: number) => string | undefined) {
  return names.map((_, nth) => `${all.map((one) => said(one, nth)).join("|")}\t`).join("");
}

/** 0 stands for an end that has no number. */
function sourceOf({ from, to }: LinkMark): string {
  const numbers = from.number === undefined && to.number === undefined ? "" : `[${from.number ?? 0}_${to.number ?? 0}]`;
  return `${from.units[0]?.id ?? ""}${numbers}`;
}
