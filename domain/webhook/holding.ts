/** What decides whether something about a report may be told to a webhook yet. */
export type AboutReport = {
  mode: "shared" | "independent";
  layersOpen: boolean;
  embargoUntil?: string | undefined;
};

/**
 * Why nothing about a report is told yet. In an independent project a receiver is not told that somebody submitted or
 * was decided on, nor when, before the report's layers are open: a channel that analysts read would tell them of each
 * other's work. Of a report under embargo nothing leaves before its end. `now` is an instant in ISO 8601.
 */
export function heldBy({ mode, layersOpen, embargoUntil }: AboutReport, now: string): "layers" | "embargo" | undefined {
  if (mode === "independent" && !layersOpen) return "layers";
  return embargoUntil !== undefined && Date.parse(embargoUntil) > Date.parse(now) ? "embargo" : undefined;
}
