import type { Marked, Run } from "@/domain/prose/markdown/emphasis";
import type { Inline, Mark } from "@/domain/prose/prose";

/** What Markdown says that a text here cannot. */
export type NotHeld = "table" | "picture" | "struck" | "heading" | "link" | "depth";

/** `alone`: what follows is not joined to it. */
export type Part = { text: string; code?: true; isBreak?: true; run?: Run; href?: string; alone?: true };

/** What a paragraph was read as: parts, and which of them are marked or linked (from one, up to another). */
export type Parts = {
  readonly parts: Part[];
  readonly marked: Marked[];
  readonly links: { from: number; to: number; href: string }[];
  readonly lost: Set<NotHeld>;
};

/** The parts as the text keeps them: neighbours with the same marks in one. */
export function joined({ parts, marked, links, lost }: Parts): Inline[] {
  const depth = { bold: 0, italic: 0, struck: 0 };
  const begins = parts.map((): Marked["is"][] => []);
  const ends = parts.map((): Marked["is"][] => []);
  for (const { is, from, to } of marked) {
    begins[from]?.push(is);
    ends[to]?.push(is);
    if (is === "struck") lost.add("struck");
  }
  const linksFrom = new Map(links.map((each) => [each.from, each]));
  let link: { to: number; href: string } | undefined;
  const inlines: Inline[] = [];
  for (const [at, part] of parts.entries()) {
    if (link && at >= link.to) link = undefined;
    link = linksFrom.get(at) ?? link;
    // What is left of a run stands outside of what it ends and begins.
    for (const is of ends[at] ?? []) depth[is] -= 1;
    const text = part.run ? part.run.sign.repeat(part.run.left) : part.text;
    const said = { bold: depth.bold > 0, italic: depth.italic > 0, href: link?.href ?? part.href, code: part.code };
    if (part.isBreak) inlines.push({ type: "hardBreak" });
    else if (text !== "") add(inlines, text, marksOf(said));
    for (const is of begins[at] ?? []) depth[is] += 1;
  }
  return inlines;
}

type Said = { bold: boolean; italic: boolean; href: string | undefined; code: true | undefined };

const marksOf = ({ bold, italic, href, code: isCode }: Said): Mark[] => [
  ...(bold ? [{ type: "bold" as const }] : []),
  ...(italic ? [{ type: "italic" as const }] : []),
  ...(href === undefined ? [] : [{ type: "link" as const, attrs: { href } }]),
  ...(isCode ? [{ type: "code" as const }] : []),
];

function add(inlines: Inline[], text: string, marks: Mark[]): void {
  const last = inlines.at(-1);
  if (last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) {
    inlines.pop();
    inlines.push({ ...last, text: last.text + text });
  } else inlines.push({ type: "text", text, ...(marks.length > 0 && { marks }) });
}
