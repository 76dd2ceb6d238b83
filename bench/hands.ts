import type { Locator, Page } from "@playwright/test";
import type { Span } from "@/editor/positions";

/** Somebody's hands at a keyboard and a mouse, counted: a chord is one key, a double-click two clicks. */
export class Hands {
  readonly page: Page;
  readonly #starts: readonly number[];
  keys = 0;
  clicks = 0;
  drags = 0;

  /** `starts`: where each block of the text on the screen begins, in code points. */
  constructor(page: Page, starts: readonly number[]) {
    this.page = page;
    this.#starts = starts;
  }

  async press(chord: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(chord);
  }

  async type(words: string): Promise<void> {
    for (const letter of words) await this.press(letter === " " ? "Space" : letter);
  }

  async click(thing: Locator): Promise<void> {
    this.clicks += 1;
    await thing.click();
  }

  /** Over these code points of the report's text, from the first letter to the last. */
  async drag(span: Span): Promise<void> {
    this.drags += 1;
    const { from, to } = await lettersOf(this.page, span, this.#starts);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
    await this.page.mouse.move(to.x, to.y, { steps: 2 });
    await this.page.mouse.up();
  }
}

type Point = { x: number; y: number };

/** Where the first and the last letter of a span stand in the window. */
async function lettersOf(page: Page, span: Span, starts: readonly number[]): Promise<{ from: Point; to: Point }> {
  const here = { ...span, starts: [...starts] };
  const found = await page.evaluate(({ start, end, starts: begins }) => {
    const blocks = [...document.querySelectorAll('[role="document"] .text-block')];
    const letter = (point: number) => {
      const nth = begins.findLastIndex((begin) => begin <= point);
      const block = blocks[nth];
      if (!block) return undefined;
      let at = begins[nth] ?? 0;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        let unit = 0;
        for (const character of node.nodeValue ?? "") {
          if (at === point) {
            const range = document.createRange();
            range.setStart(node, unit);
            range.setEnd(node, unit + character.length);
            return range;
          }
          at += 1;
          unit += character.length;
        }
      }
      return undefined;
    };
    const [first, last] = [letter(start), letter(end - 1)];
    if (!first || !last) return undefined;
    first.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    const [from, to] = [first.getBoundingClientRect(), last.getBoundingClientRect()];
    return {
      from: { x: from.left + 1.5, y: (from.top + from.bottom) / 2 },
      to: { x: to.right - 1.5, y: (to.top + to.bottom) / 2 },
    };
  }, here);
  if (!found) throw new Error(`${span.start}-${span.end} is not on the screen.`);
  return found;
}
