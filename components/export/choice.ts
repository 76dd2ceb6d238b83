import type { FormatOnMenu } from "@/domain/formats/menu";

/** What somebody wants to export. */
export interface ExportChoice {
  format: FormatOnMenu;
  states: (typeof exportStates)[number];
  /** Null takes every kind. */
  kinds: readonly string[] | null;
  /** One file of a format that has several; null takes all in one archive. */
  layer: string | null;
  raw: boolean;
  byteOrderMark: boolean;
  /** Background claims stand in the table of claims too. */
  background: boolean;
  /** One file leaves compressed with gzip; an archive is compressed anyway. */
  gz: boolean;
  /** Null leaves it to the format. */
  comments: boolean | null;
}

export const exportStates = ["accepted", "all", "open", "returned", "rejected"] as const;

/** What is chosen before anybody chose: the usual of this format. */
export const usualChoice = (format: FormatOnMenu): ExportChoice => ({
  format,
  states: "accepted",
  kinds: null,
  layer: null,
  raw: false,
  byteOrderMark: true,
  background: false,
  gz: false,
  comments: null,
});

/** Whether comments leave: as chosen, else as the format usually does. */
export const takesComments = ({ comments, format }: ExportChoice) => comments ?? format.usually.comments;

/** Whether the format has files to choose from. */
export const hasFiles = ({ files }: FormatOnMenu) => files.length > 1;

/** Whether one file leaves, which may be compressed. */
export const isOneFile = ({ format, layer }: ExportChoice) => !hasFiles(format) || layer !== null;

/** The choice as the API's query. */
export function queryOf(choice: ExportChoice): string {
  const { format, states, kinds, layer, raw, byteOrderMark, background, gz, comments } = choice;
  const query = new URLSearchParams({ format: format.id, state: states });
  const lets = new Set(format.lets);
  if (kinds) query.set("kind", kinds.join(","));
  if (hasFiles(format) && layer) query.set("layer", layer);
  if (lets.has("raw") && raw) query.set("raw", "1");
  if (lets.has("byteOrderMark") && byteOrderMark === raw) query.set("bom", byteOrderMark ? "1" : "0");
  if (lets.has("standing") && background) query.set("standing", "all");
  if (gz && isOneFile(choice)) query.set("gz", "1");
  if (comments !== null && comments !== format.usually.comments) query.set("comments", comments ? "1" : "0");
  return query.toString();
}
