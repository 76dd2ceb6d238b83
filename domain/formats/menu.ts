import { type Choosable, type Format, type Readership, readerships } from "@/domain/formats/format";
import type { OffsetUnit } from "@/domain/interchange/units";

/** A format as the page of exports offers it. */
export type FormatOnMenu = {
  id: string;
  label: string;
  means: string;
  files: readonly { layer: string; label: string }[];
  /** The group it stands in. */
  readBy: Readership;
  lets: readonly Choosable[];
  /** What offsets may count, the usual unit first; empty where there is no choice. */
  units: readonly OffsetUnit[];
  usually: Format["usually"];
};

export type Menu = readonly [FormatOnMenu, ...FormatOnMenu[]];

/** What there is to choose from, grouped by who reads it: all that the screen knows of formats. */
export const menuOf = (formats: readonly [Format, ...Format[]]): Menu => {
  const [first, ...others] = formats.toSorted((a, b) => placeOf(a) - placeOf(b));
  return [onMenu(first ?? formats[0]), ...others.map(onMenu)];
};

const placeOf = ({ readBy }: Format) => readerships.indexOf(readBy);

const onMenu = ({ id, label, means, files, readBy, lets, units = [], usually }: Format): FormatOnMenu => ({
  id,
  label,
  means,
  files: files.map((file) => ({ layer: file.layer, label: file.label })),
  readBy,
  lets,
  units,
  usually,
});

/** What was exported last, as far as the page remembers it. */
export type UsualExport = {
  format: string;
  states: readonly string[];
  kinds: readonly string[] | null;
  layer: string | null;
  unit: OffsetUnit | null;
};
