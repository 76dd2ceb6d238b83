import { byteOrderMark, type Cell, csvLine, csvRow, safeColumn } from "@/domain/formats/csv/cells";

/** What a chart is drawn from, as rows for those who read or reckon rather than look. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function csvOf({ columns, rows }: ChartTable): string {
  const header = csvLine([...columns, safeColumn]);
  return byteOrderMark + header + rows.map((row) => csvRow(columns, row, false)).join("");
}

const kept = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
] as const;

/** Drawings as one file, one under the other: what the page's styles say of each element is written into it. */
export function svgOf(drawings: readonly SVGSVGElement[]): string {
  const file = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("background-color"));
  file.append(ground);
  let [wide, high] = [0, 0];
  for (const drawing of drawings) {
    const { width, height } = drawing.viewBox.baseVal;
    const copy = styledCopy(drawing);
    copy.setAttribute("y", `${high}`);
    file.append(copy);
    wide = Math.max(wide, width);
    high += height;
  }
  file.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  file.setAttribute("width", `${wide}`);
  file.setAttribute("height", `${high}`);
  return new XMLSerializer().serializeToString(file);
}

/** The same as a picture in points, twice as fine as the screen's; undefined where the browser can make none. */
export async function pngOf(drawings: readonly SVGSVGElement[]): Promise<Blob | undefined> {
  const svg = svgOf(drawings);
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const fine = Math.min(2, mostPoints / Math.max(1, Number(height)));
  [canvas.width, canvas.height] = [Math.round(Number(width) * fine), Math.round(Number(height) * fine)];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png"));
}

/** Browsers make no canvas that is higher. */
const mostPoints = 16_000;

function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return drawing;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, place) => {
    const original = originals[place];
    if (!original) return;
    const style = getComputedStyle(original);
    element.setAttribute("style", kept.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; "));
    element.removeAttribute("class");
  });
  return copy;
}
