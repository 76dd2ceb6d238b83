/** Some characters as a page draws them: points from its lower left corner, in the order of the file. */
export interface Fragment {
  /** In reading order, except that a page may draw Arabic letter by letter. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Presentation forms, which old and browsers' files have in place of Arabic letters, and Latin ligatures. */
const FORMS = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]/g;

/** What stands upright on a page, and apart from it what is turned: stamps, labels along an edge. */
export function fragmentsOf(items: readonly (Item | object)[]): { upright: Fragment[]; turned: Fragment[] } {
  const upright: Fragment[] = [];
  const turned: Fragment[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = item.transform;
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    const text = item.str.replace(FORMS, (form) => form.normalize("NFKC"));
    const fragment = { text, left, right: left + item.width, baseline, size };
    if (size > 0) (Math.abs(b) > Math.abs(a) * 0.1 ? turned : upright).push(fragment);
  }
  return { upright, turned };
}
