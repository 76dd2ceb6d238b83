import type { Choosable, Format } from "@/domain/formats/format";

/** A format as the page of exports offers it. */
export type FormatOnMenu = {
  id: string;
  label: string;
  means: string;
  files: readonly { layer: string; label: string }[];
  lets: readonly Choosable[];
  usually: Format["usually"];
};

export type Menu = readonly [FormatOnMenu, ...FormatOnMenu[]];

/** What there is to choose from: all that the screen knows of formats. */
export const menuOf = ([first, ...others]: readonly [Format, ...Format[]]): Menu => [
  onMenu(first),
  ...others.map(onMenu),
];

const onMenu = ({ id, label, means, files, lets, usually }: Format): FormatOnMenu => ({
  id,
  label,
  means,
  files: files.map((file) => ({ layer: file.layer, label: file.label })),
  lets,
  usually,
});
