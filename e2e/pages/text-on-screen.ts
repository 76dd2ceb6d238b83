import type { Page } from "@playwright/test";

type Point = { x: number; y: number };
export type Stretch = { from: Point; to: Point; middle: Point };

/**
 * Where words stand in the window, in pixels: just inside their first and last letters, in reading order, so that a
 * drag between the two chooses exactly them in any direction of writing.
 */
export async function whereabouts(page: Page, words: string, nth = 1): Promise<Stretch> {
  const found = await page.evaluate(
    ({ words, nth }) => {
      const root = document.querySelector("[role=document]");
      if (!root) return undefined;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest(".section-margin") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const nodes: { node: Text; start: number }[] = [];
      let text = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!(node instanceof Text)) continue;
        nodes.push({ node, start: text.length });
        text += node.data;
      }
      let at = -1;
      for (let time = 0; time < nth; time++) at = text.indexOf(words, at + 1);
      if (at < 0) return undefined;

      const letter = (index: number) => {
        const holder = nodes.findLast(({ start }) => start <= index);
        if (!holder) return undefined;
        const range = document.createRange();
        range.setStart(holder.node, index - holder.start);
        range.setEnd(holder.node, index - holder.start + 1);
        return { range, element: holder.node.parentElement };
      };
      const first = letter(at);
      const last = letter(at + words.length - 1);
      if (!first?.element || !last?.element) return undefined;
      first.element.scrollIntoView({ block: "center", behavior: "instant" });
      const rtl = getComputedStyle(first.element).direction === "rtl";
      const from = first.range.getBoundingClientRect();
      const to = last.range.getBoundingClientRect();
      const inside = (box: DOMRect, edge: "start" | "end") => {
        const left = (edge === "start") !== rtl;
        const x = left ? box.left + Math.min(1.5, box.width / 4) : box.right - Math.min(1.5, box.width / 4);
        return { x, y: (box.top + box.bottom) / 2 };
      };
      return {
        from: inside(from, "start"),
        to: inside(to, "end"),
        middle: { x: (from.left + from.right) / 2 + (rtl ? -2 : 2), y: (from.top + from.bottom) / 2 },
      };
    },
    { words, nth },
  );
  if (!found) throw new Error(`"${words}" (${nth}) is not on the screen.`);
  return found;
}
