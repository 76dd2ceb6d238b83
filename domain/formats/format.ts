import type { Dataset, DatasetHeader, ExportCounts, ExportFilters } from "@/domain/formats/dataset";
import type { Loss } from "@/domain/formats/loss";

/** One file of an export. `write` yields text to be encoded as UTF-8; memory stays within one report's tags. */
export type ExportFile = {
  /** Names the file in `&layer=`, in the zip and in the manifest. */
  layer: string;
  name: string;
  /** What the menu calls it. */
  label: string;
  /** Left out of the archive unless it is asked for. */
  onlyWhenAsked?: true;
  rows(counts: ExportCounts, filters: Pick<ExportFilters, "standing">): number;
  write(dataset: Dataset, options: WriteOptions): AsyncIterable<string>;
};

/** What somebody chose beside filters. */
export type ExportOptions = {
  /** Leaves cells as they are, even those that a spreadsheet would execute. */
  raw: boolean;
  /** Text files begin with U+FEFF, by which spreadsheets know UTF-8. */
  byteOrderMark: boolean;
  /** Threads and comments leave too. */
  comments: boolean;
};

export type WriteOptions = ExportOptions & {
  /** SHA-256 as lower-case hex, updated with what was written; domain knows no cryptography of its own. */
  hash(): { update(text: string): void; hex(): string };
};

/** What a format lets people choose beside states, kinds, files and comments. */
export type Choosable = "standing" | "byteOrderMark" | "raw";

/**
 * A way for a dataset to leave the house. A new one is one file and one line in the registry: menu, download, API and
 * the tests that hold for every format find it there.
 */
export type Format = {
  id: string;
  name: string;
  /** What the menu calls it, and what is in it, for somebody who chooses. */
  label: string;
  means: string;
  lets: readonly Choosable[];
  extension: string;
  mediaType: string;
  offsetUnit: "code point" | "UTF-16 code unit";
  files: readonly ExportFile[];
  /** What holds where nobody chose. */
  usually: { byteOrderMark: boolean; comments: boolean };
  /** Names that `&layer=` took before, and what they are called now. */
  formerLayers?: Readonly<Record<string, string>>;
  /** A page that goes into the archive as README.md (Markdown). */
  readme?(header: DatasetHeader, files: readonly ExportFile[], options: ExportOptions): string;
  losses(counts: ExportCounts, filters: ExportFilters, options: ExportOptions): readonly Loss[];
};
