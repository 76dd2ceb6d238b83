import type { Dataset, DatasetHeader, ExportCounts, ExportFilters } from "@/domain/formats/dataset";
import type { Loss, LossLedger } from "@/domain/formats/loss";
import type { FormatReader } from "@/domain/interchange/reader";
import type { OffsetUnit } from "@/domain/interchange/units";

/** Text is encoded as UTF-8, bytes leave as they are. */
export type Piece = string | Uint8Array;

/** One of the files that a format makes as it goes, such as one for each report; `name` is unique in the archive. */
export type Entry = { name: string; pieces: AsyncIterable<Piece> | Iterable<Piece> };

type OneFile = {
  write(dataset: Dataset, options: WriteOptions): AsyncIterable<Piece>;
};
type ManyFiles = {
  entries(dataset: Dataset, options: WriteOptions): AsyncIterable<Entry>;
};

/** One file of an export, or a folder of them that always leaves as an archive; memory stays within one report's tags. */
export type ExportFile = {
  /** Names the file in `&layer=`, in the zip and in the manifest. */
  layer: string;
  name: string;
  /** What the menu calls it. */
  label: string;
  /** Left out of the archive unless it is asked for. */
  onlyWhenAsked?: true;
  rows(counts: ExportCounts, filters: Pick<ExportFilters, "standing">): number;
} & (OneFile | ManyFiles);

/** What somebody chose beside filters. */
export type ExportOptions = {
  /** Leaves cells as they are, even those that a spreadsheet would execute. */
  raw: boolean;
  /** Text files begin with U+FEFF, by which spreadsheets know UTF-8. */
  byteOrderMark: boolean;
  /** Threads and comments leave too. */
  comments: boolean;
  /** What offsets count, where the format lets people choose; else left out. */
  unit?: OffsetUnit | undefined;
};

export type WriteOptions = ExportOptions & {
  /** SHA-256 as lower-case hex, updated with what was written; domain knows no cryptography of its own. */
  hash(): { update(written: Piece): void; hex(): string };
  /** Takes what could not be carried as it is met; the manifest tells it after `losses` of the format. */
  ledger: LossLedger;
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
  /** Null where a format has no offsets at all. */
  offsetUnit: OffsetUnit | null;
  /** Where people can choose what offsets count: the units, the usual one first. */
  units?: readonly OffsetUnit[];
  files: readonly ExportFile[];
  /** What holds where nobody chose. */
  usually: { byteOrderMark: boolean; comments: boolean };
  /** Names that `&layer=` took before, and what they are called now. */
  formerLayers?: Readonly<Record<string, string>>;
  /** A page that goes into the archive as README.md (Markdown). */
  readme?(header: DatasetHeader, files: readonly ExportFile[], options: ExportOptions): string;
  losses(counts: ExportCounts, filters: ExportFilters, options: ExportOptions): readonly Loss[];
  /** What may be lost that only the writing finds out: named on the preview even where it was not counted there. */
  whileWriting?: readonly Pick<Loss, "what" | "how">[];
  /** Who reads it: the group it stands in on the page of exports. */
  readBy: Readership;
  /** Files that come back tell what was changed in them beside kinds and words (`Made.unchanged`). */
  tellsChanges?: true;
  /** How files of this format come in; left out where they only leave. */
  reader?: FormatReader;
};

/** What a dataset is taken for; the page of exports groups formats by it. */
export const readerships = ["archive", "spreadsheet", "model", "tool", "map", "people"] as const;
export type Readership = (typeof readerships)[number];

/** The one file that leaves as it is; undefined where an archive does. */
export function fileAlone(files: readonly ExportFile[]): (ExportFile & OneFile) | undefined {
  const [only] = files;
  return only && files.length === 1 && "write" in only ? only : undefined;
}
