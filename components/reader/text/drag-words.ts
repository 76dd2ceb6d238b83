import type { Desk } from "@/client/desk/desk";
import { type Held, isStill, type Press, pressAt, spansOf } from "@/components/reader/text/drag-spans";
import { standAside } from "@/components/reader/text/floats";
import { scrollAlong } from "@/components/reader/text/scroll-along";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";

/** Where a press was that chose nothing: on what, and where in the window. */
export type Clicked = { target: Element; x: number; y: number; adding: boolean };

/** Things of their own beside the words: what is pressed there is meant for them. */
const OWN = "button, a, input, textarea, select, summary, [role=toolbar], [role=menu], [role=dialog], .handle-grip";

/**
 * Choosing words with a mouse button held down. The words between the place pressed and the pointer are kept as places
 * in the text, so that neither what floats over it nor what colleagues draw meanwhile can bend them: whole words, with
 * Alt exact characters, with Ctrl in addition to what is chosen. A second click takes the word, a third the sentence, a
 * fourth the block, and drags on by them; they choose words and leave the tag selected that was before the first click
 * selected another. Escape, or a press that the system takes away, leaves what was chosen before.
 */
export function dragWords(
  text: LiveText,
  desk: Desk,
  { isTouching, chosen, clicked }: { isTouching(): boolean; chosen(): void; clicked(at: Clicked): void },
): () => void {
  const { view } = text;
  const root = view.element;
  let press: Press | undefined;
  let tag: TagId | null = null;
  let last: Held = { clientX: 0, clientY: 0, altKey: false, ctrlKey: false, metaKey: false };
  let stopScrolling = () => {};

  const down = (event: MouseEvent) => {
    if (press) end(false);
    const { target } = event;
    if (event.button !== 0 || isTouching() || !isAboutText(root, target)) return;
    const point = view.pointNear(event.clientX, event.clientY);
    if (point === undefined) return;
    // The browser's own selection would follow whatever floats over the text.
    event.preventDefault();
    document.getSelection()?.removeAllRanges();
    root.focus({ preventScroll: true });
    if (event.detail < 2) tag = desk.getState().selected;
    press = pressAt(event, { point, target, before: desk.getState().passage, tag });
    last = event;
    listen(true);
    if (press.goesOn) begin();
  };

  const begin = () => {
    if (!press || press.moved) return;
    press.moved = true;
    standAside(true);
    stopScrolling = scrollAlong(() => ({ y: last.clientY }), preview);
    preview();
  };
  const move = (event: MouseEvent) => {
    if (!press) return;
    // The button came up where nobody could see it: the words up to the last place seen are meant.
    if ((event.buttons & 1) === 0) return end(true);
    last = event;
    if (press.moved) preview();
    else if (!isStill(text, press, event)) begin();
  };
  const up = (event: MouseEvent) => {
    if (event.button !== 0 || !press) return;
    last = event;
    end(true);
  };
  const preview = () => view.paint("chosen", spansNow());

  const spansNow = () => (press ? spansOf(text, press, last) : []);

  const end = (keep: boolean) => {
    if (!press) return;
    const spans = keep ? spansNow() : [];
    const { before, moved, clicks, target, x, y, tag: selected } = press;
    press = undefined;
    listen(false);
    stopScrolling();
    standAside(false);
    if (spans.length > 0) {
      desk.choose(spans, clicks > 1 ? selected : undefined);
      chosen();
      return;
    }
    if (moved) view.paint("chosen", before);
    else if (keep && clicks === 1 && root.contains(target))
      clicked({ target, x, y, adding: last.ctrlKey || last.metaKey });
  };
  const cancel = () => end(false);
  const listen = listening({ move, up, cancel, preview, isDragging: () => press?.moved === true });

  document.addEventListener("mousedown", down);
  return () => {
    end(false);
    document.removeEventListener("mousedown", down);
  };
}

type Listeners = {
  move: (event: MouseEvent) => void;
  up: (event: MouseEvent) => void;
  cancel: () => void;
  preview: () => void;
  /** Words are being chosen: the view moves with them, and Escape gives them up. */
  isDragging: () => boolean;
};

/** Turns what is heard while a button is held down on and off. */
function listening({ move, up, cancel, preview, isDragging }: Listeners): (on: boolean) => void {
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isDragging()) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  const onScroll = () => {
    if (isDragging()) preview();
  };
  let heard: AbortController | undefined;
  return (on) => {
    heard?.abort();
    heard = undefined;
    if (!on) return;
    heard = new AbortController();
    const { signal } = heard;
    document.addEventListener("mousemove", move, { signal });
    document.addEventListener("mouseup", up, { signal });
    document.addEventListener("pointercancel", cancel, { signal });
    window.addEventListener("keydown", onEscape, { signal, capture: true });
    window.addEventListener("scroll", onScroll, { signal });
  };
}

/** Whether a press is on the words or on the empty page around them, and not on something of its own. */
function isAboutText(root: HTMLElement, target: EventTarget | null): target is Element {
  if (!(target instanceof Element) || target.closest(OWN)) return false;
  return root.contains(target) || (target.contains(root) && target.closest("main") !== null);
}
