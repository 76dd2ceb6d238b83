import type { FormatOnMenu, Menu, UsualExport } from "@/domain/formats/menu";
import type { OffsetUnit } from "@/domain/interchange/units";

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
  /** What offsets count; null leaves it to the format. */
  unit: OffsetUnit | null;
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
  unit: null,
});

/** What a project usually exports: what was exported of it last, as far as that can be chosen today. */
export function choiceOf(formats: Menu, usual: UsualExport | null): ExportChoice {
  const format = formats.find(({ id }) => id === usual?.format);
  if (!usual || !format) return usualChoice(formats[0]);
  const [only, ...others] = usual.states;
  return {
    ...usualChoice(format),
    states: others.length > 0 ? "all" : (exportStates.find((each) => each === only) ?? "accepted"),
    kinds: usual.kinds,
    layer: format.files.some(({ layer }) => layer === usual.layer) ? usual.layer : null,
    unit: format.units.find((unit) => unit === usual.unit) ?? null,
  };
}

/** Whether comments leave: as chosen, else as the format usually does. */
export const takesComments = ({ comments, format }: ExportChoice) => comments ?? format.usually.comments;

/** Whether the format has files to choose from. */
export const hasFiles = ({ files }: FormatOnMenu) => files.length > 1;

/** Whether one file leaves, which may be compressed. */
export const isOneFile = ({ format, layer }: ExportChoice) => !hasFiles(format) || layer !== null;

/** The choice as the API's query. */
export function queryOf(choice: ExportChoice): string {
  const { format, states, kinds, layer, raw, byteOrderMark, background, gz, comments, unit } = choice;
  const query = new URLSearchParams({ format: format.id, state: states });
  const lets = new Set(format.lets);
  if (kinds) query.set("kind", kinds.join(","));
  if (hasFiles(format) && layer) query.set("layer", layer);
  if (lets.has("raw") && raw) query.set("raw", "1");
  if (lets.has("byteOrderMark") && byteOrderMark === raw) query.set("bom", byteOrderMark ? "1" : "0");
  if (lets.has("standing") && background) query.set("standing", "all");
  if (gz && isOneFile(choice)) query.set("gz", "1");
  if (comments !== null && comments !== format.usually.comments) query.set("comments", comments ? "1" : "0");
  if (unit !== null && unit !== format.units[0] && format.units.includes(unit)) query.set("unit", unit);
  return query.toString();
}
