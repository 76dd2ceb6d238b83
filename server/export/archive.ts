import { createHash } from "node:crypto";
import { createGzip } from "node:zlib";
import type { Dataset } from "@/domain/formats/dataset";
import {
  type Entry,
  type ExportFile,
  type ExportOptions,
  type Format,
  fileAlone,
  type Piece,
  type WriteOptions,
} from "@/domain/formats/format";
import { type Loss, lossLedger } from "@/domain/formats/loss";
import { gazetteerAttribution } from "@/domain/gazetteer/attribution";
import { type ZipEntry, zipped } from "./zip";

/** What is to be written, and how. */
export type Wanted = {
  format: Format;
  files: readonly ExportFile[];
  options: ExportOptions;
  gz: boolean;
  /** Known when the counts are. */
  losses(): Promise<readonly Loss[]>;
};

/** Bytes that are handed on at once; the first ones go as soon as they are there. */
const atOnce = 64 * 1024;

/** SHA-256 for formats that say what was written. */
export const hash = () => {
  const digest = createHash("sha256");
  return { update: (written: Piece) => void digest.update(written), hex: () => digest.digest("hex") };
};

/** The bytes of a download: one file, compressed where that was asked for, or an archive of several. */
export function written(dataset: Dataset, wanted: Wanted): AsyncIterable<Uint8Array> {
  const { files, options, gz } = wanted;
  const alone = fileAlone(files);
  if (!alone) return zipped(entries(dataset, wanted));
  const bytes = encoded(alone.write(dataset, { ...options, hash, ledger: lossLedger() }));
  return gz ? compressed(bytes) : bytes;
}

/** What would be lost, found out by writing into nowhere; undefined where that takes longer than `within` milliseconds. */
export async function tried(
  dataset: Dataset,
  { files, options, within }: Pick<Wanted, "files" | "options"> & { within: number },
): Promise<readonly Loss[] | undefined> {
  const ledger = lossLedger();
  const end = performance.now() + within;
  for (const file of files) {
    for await (const { pieces } of entriesOf(file, dataset, { ...options, hash, ledger })) {
      for await (const _ of pieces) if (performance.now() > end) return undefined;
    }
  }
  return ledger.losses();
}

/** Each chunk is in memory of its own, so that it can be given away. */
async function* encoded(pieces: Entry["pieces"]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = "";
  let enough = 0;
  for await (const piece of pieces) {
    if (typeof piece === "string") waiting += piece;
    if (waiting.length > 0 && (typeof piece !== "string" || waiting.length > enough)) {
      yield encoder.encode(waiting);
      waiting = "";
      enough = atOnce;
    }
    if (typeof piece !== "string") yield piece;
  }
  if (waiting !== "") yield encoder.encode(waiting);
}

async function* compressed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip();
  const ready: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => void gzip.on("end", resolve).on("error", reject));
  gzip.on("data", (chunk: Buffer) => ready.push(chunk));
  for await (const chunk of chunks) {
    await new Promise<void>((resolve) => void gzip.write(chunk, () => resolve()));
    yield* ready.splice(0);
  }
  gzip.end();
  await ended;
  yield* ready.splice(0);
}

type Written = { name: string; bytes: number; sha256: string };

/** The files, what explains them, and last the manifest with the SHA-256 of each. */
async function* entries(dataset: Dataset, wanted: Wanted): AsyncGenerator<ZipEntry> {
  const { format, files, options } = wanted;
  const ledger = lossLedger();
  const all: Written[] = [];
  for (const file of files) {
    for await (const { name, pieces } of entriesOf(file, dataset, { ...options, hash, ledger })) {
      yield { name, chunks: watched(name, pieces, all) };
    }
  }
  const readme = format.readme?.(dataset.header, files, options);
  if (readme !== undefined) yield { name: "README.md", chunks: page(readme) };
  const losses = async () => [...(await wanted.losses()), ...ledger.losses()];
  yield { name: "manifest.json", chunks: page(await manifestOf(dataset, { ...wanted, losses }, all)) };
}

async function* entriesOf(file: ExportFile, dataset: Dataset, options: WriteOptions): AsyncIterable<Entry> {
  if ("entries" in file) yield* file.entries(dataset, options);
  else yield { name: file.name, pieces: file.write(dataset, options) };
}

async function* watched(name: string, pieces: Entry["pieces"], all: Written[]): AsyncGenerator<Uint8Array> {
  const digest = createHash("sha256");
  let bytes = 0;
  for await (const chunk of encoded(pieces)) {
    digest.update(chunk);
    bytes += chunk.byteLength;
    yield chunk;
  }
  all.push({ name, bytes, sha256: digest.digest("hex") });
}

async function manifestOf(
  { header, counts }: Dataset,
  { format, options, losses: lost }: Wanted,
  files: readonly Written[],
) {
  const { generator, exportedAt, project, filters, codebook } = header;
  const counted = await counts();
  const losses = await lost();
  const said = { generator, exportedAt, project, filters, counts: counted, codebookVersion: codebook.version };
  const all = {
    format: format.id,
    offsetUnit: options.unit ?? format.offsetUnit,
    ...options,
    formatVersion: 1,
    ...said,
    attribution: gazetteerAttribution,
    losses,
    files,
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

async function* page(text: string) {
  yield new TextEncoder().encode(text);
}
