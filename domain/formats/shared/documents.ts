import type { Dataset, Parts } from "@/domain/formats/dataset";
import type { ExportOptions } from "@/domain/formats/format";
import { documentOf, namesIn } from "@/domain/formats/shared/from-bundle";
import type { AnnotatedDocument } from "@/domain/interchange/document";

const everything: Parts = { text: true, annotations: "all", relations: true };

/** Every report with its text, tags and links, and its threads where comments leave, one at a time. */
export async function* documentsIn(
  dataset: Dataset,
  { comments }: Pick<ExportOptions, "comments">,
): AsyncGenerator<AnnotatedDocument> {
  const names = namesIn(dataset.header);
  const parts = comments ? { ...everything, threads: true as const } : everything;
  for await (const bundle of dataset.reports(parts)) yield documentOf(bundle, names);
}

/** A name for a document's file that every system of files takes; the key itself where it is one. */
export const fileNameOf = (key: string): string =>
  key.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "_").replace(/^\.+/, "_") || "_";

/** A label as a name without signs that some tool refuses ("label:rumour" is `label_rumour`), and back. */
export const nameOf = (label: string): string =>
  label.replace(/^(label|relation):/, "$1_").replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, "_");
export const labelOf = (name: string): string => name.replace(/^(label|relation)_(?=[a-z0-9])/, "$1:");

/** What a document is called that a file holds alone: its path without the last ending. */
export const keyOf = (file: string): string => file.replace(/(?<=[^/])\.[^./]*$/, "");
export const titleOf = (file: string): string => keyOf(file).split("/").at(-1) ?? file;
