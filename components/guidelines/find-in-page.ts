/** Where an element's words read like the query, in either case and with any white space for any other. */
export function rangesOf(root: HTMLElement, query: string): Range[] {
  const wanted = query.trim();
  if (wanted === "") return [];
  const pieces: { node: Text; start: number }[] = [];
  let text = "";
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/gu, "\\s+"), "giu");
  return [...text.matchAll(pattern)].flatMap((hit) => {
    const [from, to] = [placeAt(pieces, hit.index), placeAt(pieces, hit.index + hit[0].length - 1)];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    return [range];
  });
}

function placeAt(pieces: readonly { node: Text; start: number }[], at: number) {
  const piece = pieces.findLast(({ start }) => start <= at);
  return piece && { node: piece.node, offset: at - piece.start };
}

const names = ["guideline-found", "guideline-here"] as const;

/** Paints what was found, and one of it apart; nothing where the browser cannot. */
export function paintFound(found: readonly Range[], here: Range | undefined) {
  if (typeof CSS === "undefined" || !("highlights" in CSS) || typeof Highlight === "undefined") return;
  const [all, one] = [new Highlight(...found), here ? new Highlight(here) : new Highlight()];
  one.priority = 1;
  CSS.highlights.set(names[0], all);
  CSS.highlights.set(names[1], one);
}
