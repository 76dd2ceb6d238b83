import { expect, type Page } from "@playwright/test";

/** A phone, a tablet either way, and a desk. */
export const widths = [390, 768, 1024, 1440] as const;

/** One fault is no reason not to hear of the others. */
const softly = expect.configure({ soft: true });

/** At every width nothing of the page scrolls sideways, and nothing that can be pressed is cut or out of reach. */
export async function expectFitting(page: Page, screen: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await softly
      .poll(() => page.evaluate(misfits), { message: `${screen} at ${width} pixels`, timeout: 20_000 })
      .toEqual([]);
  }
}

/** What does not fit, in words: run in the page. */
function misfits(): string[] {
  const found: string[] = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide`);
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}”`;
  const scrolls = (element: Element) => {
    const { overflowX } = getComputedStyle(element);
    return (overflowX === "auto" || overflowX === "scroll") && element.scrollWidth > element.clientWidth + 1;
  };
  const cuts = (element: Element) => {
    const { overflowX } = getComputedStyle(element);
    return overflowX === "hidden" || overflowX === "clip";
  };
  const isHidden = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // What is there only for those who listen is a pixel wide.
    return !shown || width <= 2 || height <= 2 || element.closest("[aria-hidden=true]") !== null;
  };
  const pressed = "a[href], button, input, select, textarea, summary, [role=radio], [role=tab], [role=checkbox]";
  for (const element of document.querySelectorAll(pressed)) {
    if (isHidden(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    let reached = false;
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (around === document.body || around === document.documentElement) break;
      const box = around.getBoundingClientRect();
      if (scrolls(around)) {
        reached = box.left >= -1 && box.right <= clientWidth + 1;
        if (!reached) found.push(`${nameOf(element)} is in something cut`);
        break;
      }
      if (cuts(around) && (left < box.left - 1 || right > box.right + 1)) found.push(`${nameOf(element)} is cut off`);
    }
    if (reached) continue;
    if (left < -1 || right > clientWidth + 1) {
      found.push(`${nameOf(element)} reaches from ${Math.round(left)} to ${Math.round(right)}`);
    }
  }
  for (const current of document.querySelectorAll("nav [aria-current=page], [role=tab][aria-selected=true]")) {
    if (isHidden(current)) continue;
    const list = current.closest("ul, ol, [role=tablist]");
    const [box, frame] = [current.getBoundingClientRect(), list?.getBoundingClientRect()];
    if (frame && (box.left < frame.left - 1 || box.right > frame.right + 1)) {
      found.push(`${nameOf(current)} is where one is, and out of sight`);
    }
  }
  return [...new Set(found)];
}
