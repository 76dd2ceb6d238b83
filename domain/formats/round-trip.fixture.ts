import { createHash } from "node:crypto";
import type { Dataset, ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { Entry, ExportFile, ExportOptions, Format } from "@/domain/formats/format";
import { type Loss, lossLedger } from "@/domain/formats/loss";
import { aDataset } from "@/domain/formats/sample.fixture";
import type { EntityId, TagId } from "@/domain/ids";
import type { AnnotatedDocument, Link, Span } from "@/domain/interchange/document";
import { BrokenFile, type FormatReader, type Found, type SentFile } from "@/domain/interchange/reader";
import type { Annotation, Relation } from "@/domain/tag/tag";
import { type CodePointRange, sliceCodePoints } from "@/domain/text/offsets";

const samples: ReportBundle[] = [];
for await (const bundle of aDataset().reports({})) samples.push(bundle);
const [sample] = samples;
if (!sample) throw new Error("There is no sample.");
const [annotation, relation] = [sample.annotations[0]?.tag, sample.relations[0]?.tag];
if (!annotation || !relation) throw new Error("The sample has no tags.");

const anchored = (text: string, ranges: readonly CodePointRange[]) =>
  ranges.map(({ start, end }) => ({ start, end, quote: sliceCodePoints(text, start, end), prefix: "", suffix: "" }));

const alone = <T>(tag: T): TagRecord<T> => ({ tag, versions: [], verdicts: [] });

/** Ids of a made-up document are short words, so that a failing example can be read. */
const named = <I extends string>(id: string) => id as I;

function annotationOf({ id, label, segments, attributes, entity }: Span, text: string): TagRecord<Annotation> {
  const { derivedFrom: _, verdict: _latest, ...rest } = annotation as Annotation;
  return alone({
    ...rest,
    id: named<TagId>(id),
    kind: label as Annotation["kind"],
    segments: anchored(text, segments),
    attributes: { ...attributes, ...(entity === undefined ? {} : { entityId: entity }) },
  });
}

function relationOf({ id, label, from, to, attributes, cue }: Link, text: string): TagRecord<Relation> {
  const { to: _to, verdict: _latest, ...rest } = relation as Relation;
  const end =
    "span" in to
      ? { to: named<TagId>(to.span) }
      : "entity" in to
        ? { toEntity: named<EntityId>(to.entity) }
        : { toArticle: true as const };
  return alone({
    ...rest,
    id: named<TagId>(id),
    kind: label as Relation["kind"],
    from: named<TagId>(from),
    ...end,
    attributes,
    ...(cue ? { cue: { revisionId: (annotation as Annotation).revisionId, segments: anchored(text, cue) } } : {}),
  } as Relation);
}

function bundleOf({ key, title, text, metadata, spans, links }: AnnotatedDocument): ReportBundle {
  const report = {
    ...(sample as ReportBundle).report,
    id: key as ReportBundle["report"]["id"],
    title,
    text,
    blocks: [],
  };
  return {
    report: { ...report, language: metadata["language"] ?? "en" },
    leaving: { annotations: spans.length, relations: links.length },
    annotations: spans.map((span) => annotationOf(span, text)),
    relations: links.map((link) => relationOf(link, text)),
    threads: [],
  };
}

/** A dataset with these documents, as the database would hand it out. */
export function datasetWith(documents: readonly AnnotatedDocument[]): Dataset {
  const bundles = documents.map(bundleOf);
  return {
    ...aDataset(),
    header: { ...aDataset().header, entities: [] },
    async *reports() {
      yield* bundles;
    },
  };
}

export const hash = () => {
  const digest = createHash("sha256");
  return { update: (text: string) => void digest.update(text), hex: () => digest.digest("hex") };
};

export const sent = (name: string, content: Uint8Array | string): SentFile => {
  const whole = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *bytes() {
      yield whole;
    },
    async *text() {
      try {
        yield new TextDecoder("utf-8", { fatal: true }).decode(whole);
      } catch {
        throw new BrokenFile("not-utf8", { file: name });
      }
    },
  };
};

async function bytesOf(pieces: Entry["pieces"]): Promise<Uint8Array> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

const usual: ExportOptions = { raw: false, byteOrderMark: false, comments: false };

/** What one file of an export becomes on a disk, and what was lost on the way. */
export async function filesOf(file: ExportFile, dataset: Dataset, options: Partial<ExportOptions> = {}) {
  const ledger = lossLedger();
  const all = { ...usual, ...options, hash, ledger };
  const files: SentFile[] = [];
  const losses = (): readonly Loss[] => ledger.losses();
  if ("write" in file) files.push(sent(file.name, await bytesOf(file.write(dataset, all))));
  else for await (const { name, pieces } of file.entries(dataset, all)) files.push(sent(name, await bytesOf(pieces)));
  return { files, losses: losses() };
}

export async function textOf(file: SentFile | undefined): Promise<string> {
  let text = "";
  for await (const piece of file?.text() ?? []) text += piece;
  return text;
}

export async function readBy(
  reader: FormatReader,
  files: readonly SentFile[],
  answers: Readonly<Record<string, string>> = {},
): Promise<Found[]> {
  const found: Found[] = [];
  async function* each() {
    yield* files;
  }
  const usually = Object.fromEntries(reader.asks.map(({ name, usual: answer }) => [name, answer]));
  for await (const one of reader.read(each(), { ...usually, ...answers })) found.push(one);
  return found;
}

export const documentsOf = (found: readonly Found[]): AnnotatedDocument[] =>
  found.flatMap((one) => (one.is === "document" ? [one.document] : []));
export const troublesOf = (found: readonly Found[]) =>
  found.flatMap((one) => (one.is === "set-aside" ? [{ line: one.aside.spot.line, ...one.aside.trouble }] : []));

/** A document written by one file of a format and read back. */
export async function again(format: Format, documents: readonly AnnotatedDocument[], file = format.files[0]) {
  if (!file || !format.reader) throw new Error(`${format.id} is not read.`);
  const { files } = await filesOf(file, datasetWith(documents));
  const found = await readBy(format.reader, files);
  return { documents: documentsOf(found), troubles: troublesOf(found) };
}

/** What comparing is about: places of lines and who made things are told elsewhere. */
export function bare({ text, spans, links }: AnnotatedDocument) {
  return {
    text,
    spans: spans.map(({ spot: _, made: _made, ...span }) => span),
    links: links.map(({ spot: _, made: _made, ...link }) => link),
  };
}
