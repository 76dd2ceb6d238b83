import type { Desk } from "@/client/desk/desk";
import { pickToo } from "@/client/desk/picking";
import { type Clicked, dragWords } from "@/components/reader/text/drag-words";
import { isShown } from "@/components/reader/text/drawn";
import { standAside } from "@/components/reader/text/floats";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Told } from "@/components/reader/text/told";
import type { TagId } from "@/domain/ids";
import { clickedSpan } from "@/editor/clicked";
import { copied } from "@/editor/copy";

const SETTLED_MS = 250;

type Choosing = {
  text: LiveText;
  desk: Desk;
  told: Told;
  /** The last press came from a finger or a pen. */
  touching: boolean;
  /** The chosen words were chosen by finger. */
  byTouch: boolean;
  /** The tag that was selected before the first of two taps. */
  tagBefore: TagId | null;
  /** The tags under the last click. */
  lastStack: string;
  settle: number | undefined;
};

/** Listens to mouse, finger and clipboard on the text until the answer is called. */
export function chooseWords(text: LiveText, desk: Desk, told: Told): () => void {
  const root = text.view.element;
  const its: Choosing = {
    text,
    desk,
    told,
    touching: false,
    byTouch: false,
    tagBefore: null,
    lastStack: "",
    settle: undefined,
  };
  const down = (event: PointerEvent) => {
    its.touching = event.pointerType !== "mouse";
  };
  const click = (event: MouseEvent) => onClick(its, event);
  const up = (event: MouseEvent) => onMouseUp(its, event);
  const over = (event: PointerEvent) => {
    if (event.pointerType === "mouse") desk.hover(tagsUnder(its, event.target)[0] ?? null);
  };
  const leave = () => desk.hover(null);
  const selectionChange = () => onSelectionChange(its);
  const copy = (event: ClipboardEvent) => onCopy(its, event);
  const stopDragging = dragWords(text, desk, {
    isTouching: () => its.touching,
    chosen: () => {
      told.stacked(null);
      told.chosen("mouse");
    },
    clicked: (at) => selectUnder(its, at),
  });
  document.addEventListener("pointerdown", down, true);
  document.addEventListener("copy", copy);
  root.addEventListener("click", click);
  root.addEventListener("pointerover", over);
  root.addEventListener("pointerleave", leave);
  document.addEventListener("mouseup", up);
  document.addEventListener("selectionchange", selectionChange);
  return () => {
    window.clearTimeout(its.settle);
    stopDragging();
    standAside(false);
    document.removeEventListener("pointerdown", down, true);
    root.removeEventListener("click", click);
    root.removeEventListener("pointerover", over);
    root.removeEventListener("pointerleave", leave);
    document.removeEventListener("copy", copy);
    document.removeEventListener("mouseup", up);
    document.removeEventListener("selectionchange", selectionChange);
  };
}

function tagsUnder({ text, desk }: Choosing, target: EventTarget | null): TagId[] {
  const { annotations, filters } = desk.getState();
  return text.view.under(target).flatMap((id) => {
    const annotation = annotations.get(id as TagId);
    return annotation && isShown(annotation, filters) ? [annotation.id] : [];
  });
}

/** Selects the shortest tag under a click, the next click the one below. */
function selectUnder(its: Choosing, { target, x, y, adding }: Clicked) {
  const { text, desk, told } = its;
  const ids = tagsUnder(its, target);
  if (adding && ids[0]) return pickToo(desk, [ids[0]]);
  desk.choose([]);
  const point = ids.length === 0 ? text.view.pointAt(x, y) : undefined;
  if (point !== undefined) told.pointed(point);
  const stack = ids.join(" ");
  const at = (id: TagId | null) => (id ? ids.indexOf(id) : -1);
  const below = stack === its.lastStack ? at(desk.getState().selected) + 1 : 0;
  its.lastStack = stack;
  desk.select(ids[below % Math.max(1, ids.length)] ?? null);
  told.stacked(ids.length > 1 ? { ids, x, y } : null);
}

/** By finger, a second tap takes the word, and a tap on another word goes on to it; a tap on what is chosen ends it. */
function tapped(its: Choosing, { detail, clientX: x, clientY: y }: MouseEvent): boolean {
  const { text, desk, told } = its;
  const { passage, selected } = desk.getState();
  const word = clickedSpan(text, 2, { x, y });
  const [first, last] = [passage[0], passage.at(-1)];
  if (!word || (detail !== 2 && !(its.byTouch && first && last))) return false;
  const isIn = passage.some(({ start, end }) => word.start >= start && word.end <= end);
  if (detail !== 2 && isIn) return false;
  const goesOn = detail !== 2 && first && last;
  const spans = goesOn
    ? text.words.between(Math.min(first.start, word.start), Math.max(last.end, word.end))
    : text.words.snap([word]);
  desk.choose(spans, detail === 2 ? its.tagBefore : selected);
  its.byTouch = true;
  told.stacked(null);
  told.chosen("touch");
  return true;
}

/** Clicks by finger and by those who need no mouse at all; the mouse's own end a drag that went nowhere. */
function onClick(its: Choosing, event: MouseEvent) {
  const { desk, text, touching } = its;
  if (touching && event.detail === 1) its.tagBefore = desk.getState().selected;
  if (desk.getState().passage.length === 0 && event.detail === 1) its.byTouch = false;
  if (touching && tapped(its, event)) return;
  const byMouse = event.detail > 0 && !touching;
  if (byMouse || event.detail > 1 || text.view.selected().length > 0 || !(event.target instanceof Element)) return;
  const adding = event.ctrlKey || event.metaKey;
  selectUnder(its, { target: event.target, x: event.clientX, y: event.clientY, adding });
}

/** A drag that began beside the text, on the headline over it, is the browser's: what it covers of the text counts. */
function onMouseUp({ text, desk, told, touching }: Choosing, event: MouseEvent) {
  if (touching || !document.getSelection()?.anchorNode?.parentElement?.closest("main")) return;
  const spans = text.words.snap(text.view.selected(), event.altKey);
  if (spans.length === 0) return;
  document.getSelection()?.removeAllRanges();
  desk.choose(spans);
  told.chosen("mouse");
}

/** What a finger selects is chosen once it rests. */
function onSelectionChange(its: Choosing) {
  const { text, desk, told } = its;
  if (!its.touching) return;
  standAside(text.view.selected().length > 0);
  window.clearTimeout(its.settle);
  its.settle = window.setTimeout(() => {
    const spans = text.words.snap(text.view.selected());
    if (spans.length === 0) return;
    desk.choose(spans);
    its.byTouch = true;
    told.chosen("touch");
  }, SETTLED_MS);
}

/** The chosen words are painted, not selected: they are copied all the same. What goes beyond the text is the browser's. */
function onCopy({ text, desk }: Choosing, event: ClipboardEvent) {
  const { view, words } = text;
  const isOurs = document.activeElement === view.element || document.activeElement === document.body;
  const isNone = document.getSelection()?.isCollapsed ?? true;
  const spans = isNone && isOurs ? desk.getState().passage : isWithin(view.element) ? view.selected() : [];
  if (spans.length === 0) return;
  const { text: plain, html } = copied(view.document, words, spans);
  event.clipboardData?.setData("text/plain", plain);
  event.clipboardData?.setData("text/html", html);
  event.preventDefault();
}

/** Whether the browser's own selection lies in the text alone. */
function isWithin(root: HTMLElement): boolean {
  const selection = document.getSelection();
  return (
    selection !== null && selection.rangeCount > 0 && root.contains(selection.getRangeAt(0).commonAncestorContainer)
  );
}
