/** What somebody wants to export. */
export interface ExportChoice {
  format: "jsonl" | "csv";
  states: "accepted" | "all" | "open" | "returned" | "rejected";
  /** Null takes every kind. */
  kinds: readonly string[] | null;
  /** One table of the CSV export; null takes all in one archive. */
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

export const exportFormats = ["jsonl", "csv"] as const;
export const exportStates = ["accepted", "all", "open", "returned", "rejected"] as const;
export const exportLayers = [
  "reports",
  "claims",
  "places",
  "sources",
  "links",
  "entities",
  "annotations",
  "comments",
] as const;

export const usualChoice: ExportChoice = {
  format: "jsonl",
  states: "accepted",
  kinds: null,
  layer: null,
  raw: false,
  byteOrderMark: true,
  background: false,
  gz: false,
  comments: null,
};

/** Whether comments leave: as chosen, else in the lossless format only. */
export const takesComments = ({ comments, format }: ExportChoice) => comments ?? format === "jsonl";

/** Whether one file leaves, which may be compressed. */
export const isOneFile = ({ format, layer }: ExportChoice) => format === "jsonl" || layer !== null;

/** The choice as the API's query. */
export function queryOf(choice: ExportChoice): string {
  const { format, states, kinds, layer, raw, byteOrderMark, background, gz, comments } = choice;
  const query = new URLSearchParams({ format, state: states });
  if (kinds) query.set("kind", kinds.join(","));
  if (format === "csv" && layer) query.set("layer", layer);
  if (format === "csv" && raw) query.set("raw", "1");
  if (format === "csv" && byteOrderMark === raw) query.set("bom", byteOrderMark ? "1" : "0");
  if (format === "csv" && background) query.set("standing", "all");
  if (gz && isOneFile(choice)) query.set("gz", "1");
  if (comments !== null && comments !== (format === "jsonl")) query.set("comments", comments ? "1" : "0");
  return query.toString();
}
