/** What somebody wants to take out of the house. */
export interface ExportChoice {
  format: "jsonl" | "csv";
  states: "accepted" | "all" | "open" | "returned" | "rejected";
  /** Null takes every kind. */
  kinds: readonly string[] | null;
  /** One table of the CSV export; null takes all in one archive. */
  layer: string | null;
  raw: boolean;
}

export const exportFormats = ["jsonl", "csv"] as const;
export const exportStates = ["accepted", "all", "open", "returned", "rejected"] as const;
export const exportLayers = ["annotations", "claims", "relations", "sources", "places", "comments"] as const;

export const usualChoice: ExportChoice = { format: "jsonl", states: "accepted", kinds: null, layer: null, raw: false };

/** The choice as the API's query. */
export function queryOf({ format, states, kinds, layer, raw }: ExportChoice): string {
  const query = new URLSearchParams({ format, state: states });
  if (kinds) query.set("kind", kinds.join(","));
  if (format === "csv" && layer) query.set("layer", layer);
  if (format === "csv" && raw) query.set("raw", "1");
  return query.toString();
}
