import type { Dataset, ExportCounts, ExportFilters } from "@/domain/formats/dataset";

/** Something a format cannot carry, said before the download and again in the manifest. */
export type Loss = {
  what: string;
  /** Null where only the writing itself finds out. */
  count: number | null;
  how: "dropped" | "trimmed" | "split" | "merged" | "altered";
};

/** One file of an export. `write` yields text to be encoded as UTF-8; memory stays within one report's tags. */
export type ExportFile = {
  /** Names the file in `&layer=`, in the zip and in the manifest. */
  layer: string;
  name: string;
  rows(counts: ExportCounts): number;
  write(dataset: Dataset, options: WriteOptions): AsyncIterable<string>;
};

export type WriteOptions = {
  /** Leaves cells as they are, even those that a spreadsheet would execute. */
  raw: boolean;
  /** SHA-256 as lower-case hex, updated with what was written; domain knows no cryptography of its own. */
  hash(): { update(text: string): void; hex(): string };
};

/** A way for a dataset to leave the house. A new one is one file and one line in the registry. */
export type Format = {
  id: string;
  name: string;
  extension: string;
  mediaType: string;
  offsetUnit: "code point" | "UTF-16 code unit";
  files: readonly ExportFile[];
  losses(counts: ExportCounts, filters: ExportFilters, options: { raw: boolean }): readonly Loss[];
};
