import type { Desk, Span } from "@/client/desk/desk";
import { standAside } from "@/components/reader/text/floats";
import { scrollAlong } from "@/components/reader/text/scroll-along";
import { isSlip } from "@/components/reader/text/slip";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";
import { added } from "@/editor/adjust";
import { clickedSpan } from "@/editor/clicked";

type Press = {
  x: number;
  y: number;
  point: number;
  clicks: number;
  /** With Shift: on to the word under the pointer. */
  goesOn: boolean;
  target: Element;
  before: readonly Span[];
  /** The tag that was selected before the first of several clicks. */
  tag: TagId | null;
  moved: boolean;
};
type Place = { readonly x: number; readonly y: number };
/** Where a press was that chose nothing: on what, and where in the window. */
export type Clicked = { target: Element; x: number; y: number; adding: boolean };
type Held = Pick<MouseEvent, "clientX" | "clientY" | "altKey" | "ctrlKey" | "metaKey">;

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
  const { view, words } = text;
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
    const before = desk.getState().passage;
    const [first] = before;
    const goesOn = event.shiftKey && first !== undefined;
    const anchor = goesOn ? (point < first.start ? (before.at(-1)?.end ?? point) : first.start) : point;
    const [x, y] = [event.clientX, event.clientY];
    if (event.detail < 2) tag = desk.getState().selected;
    press = { x, y, point: anchor, clicks: goesOn ? 1 : event.detail, goesOn, target, before, tag, moved: false };
    last = event;
    listen(true);
    if (goesOn) begin();
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
    else if (!isStill(press, event)) begin();
  };
  const up = (event: MouseEvent) => {
    if (event.button !== 0 || !press) return;
    last = event;
    end(true);
  };
  const preview = () => view.paint("chosen", spansNow());

  const spansNow = (): readonly Span[] => {
    if (!press) return [];
    const { clientX, clientY, altKey, ctrlKey, metaKey } = last;
    const now = { x: clientX, y: clientY };
    const spans = press.clicks > 1 ? byClicks(press, now) : press.moved ? between(press, now, altKey) : [];
    return ctrlKey || metaKey ? added(press.before, spans) : spans;
  };
  const between = ({ point: from, goesOn }: Press, at: Place, exact: boolean): readonly Span[] => {
    const to = view.pointNear(at.x, at.y);
    if (to === undefined || (from === to && !goesOn)) return [];
    const word = goesOn && !exact ? clickedSpan(text, 2, at) : undefined;
    const { start, end } = word ?? { start: to, end: to };
    return words.snap([{ start: Math.min(from, to, start), end: Math.max(from, to, end) }], exact);
  };
  const byClicks = (from: Press, to: Place): readonly Span[] => {
    const first = clickedSpan(text, from.clicks, from);
    const last = from.moved ? clickedSpan(text, from.clicks, to) : first;
    const ends = [first, last].filter((span) => span !== undefined);
    if (ends.length === 0) return [];
    const start = Math.min(...ends.map((span) => span.start));
    return words.snap([{ start, end: Math.max(...ends.map((span) => span.end)) }]);
  };

  const isStill = ({ x, y, point }: Press, { clientX, clientY, altKey }: Held) => {
    const here = view.pointNear(clientX, clientY);
    const [word, other] = [words.near(point), here === undefined ? undefined : words.near(here)];
    const same = word && other && word.start === other.start && point >= word.start;
    const width = same ? view.rectsOf([word])[0]?.width : undefined;
    return here === point || isSlip({ dx: clientX - x, dy: clientY - y, word: width, exact: altKey });
  };

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
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !press?.moved) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  const onScroll = () => {
    if (press?.moved) preview();
  };

  function listen(on: boolean) {
    const change = on ? ("addEventListener" as const) : ("removeEventListener" as const);
    document[change]("mousemove", move as EventListener);
    document[change]("mouseup", up as EventListener);
    document[change]("pointercancel", cancel);
    window[change]("keydown", onEscape as EventListener, true);
    window[change]("scroll", onScroll);
  }

  document.addEventListener("mousedown", down);
  return () => {
    end(false);
    document.removeEventListener("mousedown", down);
  };
}

/** Whether a press is on the words or on the empty page around them, and not on something of its own. */
function isAboutText(root: HTMLElement, target: EventTarget | null): target is Element {
  if (!(target instanceof Element) || target.closest(OWN)) return false;
  return root.contains(target) || (target.contains(root) && target.closest("main") !== null);
}
