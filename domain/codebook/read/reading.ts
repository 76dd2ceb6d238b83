import type { z } from "zod";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import { Codebook } from "@/domain/codebook/codebook";
import { type LabelColour, labelColours } from "@/domain/codebook/codebook-values";

/** What stands in a file: `line` counts from 1, where the format has lines. */
export type Remark = { line?: number | undefined; what: string };

/** A codebook read from a file, with what of the file has no place in it; or why it can't be read. */
export type CodebookRead =
  | { ok: true; codebook: Codebook; left: readonly Remark[] }
  | { ok: false; problems: readonly Remark[] };

/** A codebook as readers write it down: what they leave out has its usual value. */
export type Sketch = z.input<typeof Codebook>;
type Label = NonNullable<Sketch["labels"]>[number];
export type Attribute = NonNullable<Label["attributes"]>[number];

/** More than this is no codebook (UTF-16 units). */
export const longestFile = 2_000_000;

export const unread = (what: string, line?: number): CodebookRead => ({ ok: false, problems: [{ what, line }] });

/** Takes a sketch for a codebook if it holds together. */
export function finished(sketch: Sketch, left: readonly Remark[]): CodebookRead {
  const parsed = Codebook.safeParse(sketch);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, 10)
      .map(({ path, message }) => ({ what: `${path.join(".")}: ${message}` }));
    return { ok: false, problems };
  }
  const problems = checkCodebook(parsed.data).slice(0, 10);
  if (problems.length > 0)
    return { ok: false, problems: problems.map(({ field, reason }) => ({ what: `${field}: ${reason}` })) };
  return { ok: true, codebook: parsed.data, left };
}

/** Gives each name a slug of its own. Names without a Latin letter or digit are called by what they are and a number. */
export function slugs(what: string): (name: string) => string {
  const taken = new Set(["note"]);
  return (name) => {
    const letters = name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 50)
      .replace(/^-+|-+$/g, "");
    const wanted = letters || what;
    let slug = wanted;
    for (let nth = 2; taken.has(slug); nth++) slug = `${wanted}-${nth}`;
    taken.add(slug);
    return slug;
  };
}

/** Values to choose from, each once and with a slug of its own. */
export function choicesOf(names: readonly string[]) {
  const slugOf = slugs("value");
  return [...new Set(names)].map((name) => ({ slug: slugOf(name), name: name.slice(0, 100) }));
}

const light: Record<LabelColour, number> = {
  violet: 0x6b3fa0,
  magenta: 0xa0266f,
  wine: 0x7d2743,
  orange: 0x98490b,
  brown: 0x6f4a2a,
  olive: 0x5c6110,
  teal: 0x0c6468,
  cyan: 0x0a6285,
  indigo: 0x3f45a8,
  slate: 0x4a5560,
};

/** The colour of ours whose hue and strength come nearest to "#rrggbb" or "#rgb"; undefined for anything else. */
export function nearestColour(hex: string | undefined): LabelColour | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex ?? "")?.[1];
  if (!digits) return undefined;
  const full = digits.length === 3 ? [...digits].map((each) => each + each).join("") : digits;
  const wanted = hueOf(Number.parseInt(full, 16));
  const far = (colour: LabelColour) => {
    const own = hueOf(light[colour]);
    return Math.hypot(own.x - wanted.x, own.y - wanted.y);
  };
  return labelColours.reduce((best, each) => (far(each) < far(best) ? each : best));
}

/** A colour on the wheel: its direction is the hue, its distance from the middle the saturation (HSV). */
function hueOf(colour: number): { x: number; y: number } {
  const [r, g, b] = [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
  const most = Math.max(r, g, b, 1);
  return { x: (r - (g + b) / 2) / most, y: ((g - b) * Math.sqrt(3)) / 2 / most };
}
