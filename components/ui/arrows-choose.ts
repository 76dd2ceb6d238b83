import type { KeyboardEvent } from "react";

const ways: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Arrow keys in a group of radio buttons, for `onKeyDownCapture`: the next one has the keyboard and is chosen before the
 * key is let go. Radix (radix-ui 1.8.1) moves the keyboard a moment later and chooses only while the key is still down, so that a short
 * press on a busy machine moves and chooses nothing.
 */
export function arrowsChoose(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, altKey, ctrlKey, metaKey } = event;
  const way = ways[key];
  if (way === undefined || altKey || ctrlKey || metaKey) return;
  const radios: Element[] = [...currentTarget.querySelectorAll("[role=radio]:not(:disabled)")];
  const here = document.activeElement ? radios.indexOf(document.activeElement) : -1;
  if (here < 0) return;
  const sideways = key === "ArrowRight" || key === "ArrowLeft";
  const turned = sideways && getComputedStyle(currentTarget).direction === "rtl" ? -way : way;
  const next = radios[(here + turned + radios.length) % radios.length];
  event.preventDefault();
  event.stopPropagation();
  if (!(next instanceof HTMLElement)) return;
  next.focus();
  next.click();
}
