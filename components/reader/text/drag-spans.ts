import type { Span } from "@/client/desk/desk";
import { isSlip } from "@/components/reader/text/slip";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";
import { added } from "@/editor/adjust";
import { clickedSpan } from "@/editor/clicked";

/** A mouse button held down on the text: where it went down (client pixels, code points), and what was chosen then. */
export type Press = {
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
/** Where the pointer is by now. */
export type Held = Pick<MouseEvent, "clientX" | "clientY" | "altKey" | "ctrlKey" | "metaKey">;

type Pressed = Pick<Press, "point" | "target" | "before" | "tag">;

/** With Shift, a press goes on from the far end of what is chosen. */
export function pressAt(event: MouseEvent, { point, target, before, tag }: Pressed): Press {
  const [first] = before;
  const goesOn = event.shiftKey && first !== undefined;
  const anchor = goesOn ? (point < first.start ? (before.at(-1)?.end ?? point) : first.start) : point;
  const [x, y] = [event.clientX, event.clientY];
  return { x, y, point: anchor, clicks: goesOn ? 1 : event.detail, goesOn, target, before, tag, moved: false };
}

/** What is chosen if the button comes up now. */
export function spansOf(text: LiveText, press: Press, { clientX, clientY, altKey, ctrlKey, metaKey }: Held) {
  const now = { x: clientX, y: clientY };
  const spans = press.clicks > 1 ? byClicks(text, press, now) : press.moved ? between(text, press, now, altKey) : [];
  return ctrlKey || metaKey ? added(press.before, spans) : spans;
}

function between(text: LiveText, { point: from, goesOn }: Press, at: Place, exact: boolean): readonly Span[] {
  const to = text.view.pointNear(at.x, at.y);
  if (to === undefined || (from === to && !goesOn)) return [];
  const word = goesOn && !exact ? clickedSpan(text, 2, at) : undefined;
  const { start, end } = word ?? { start: to, end: to };
  return text.words.snap([{ start: Math.min(from, to, start), end: Math.max(from, to, end) }], exact);
}

function byClicks(text: LiveText, from: Press, to: Place): readonly Span[] {
  const first = clickedSpan(text, from.clicks, from);
  const last = from.moved ? clickedSpan(text, from.clicks, to) : first;
  const ends = [first, last].filter((span) => span !== undefined);
  if (ends.length === 0) return [];
  const start = Math.min(...ends.map((span) => span.start));
  return text.words.snap([{ start, end: Math.max(...ends.map((span) => span.end)) }]);
}

/** Whether the pointer has not really moved: the same place in the text, or no more than a hand shakes. */
export function isStill({ view, words }: LiveText, { x, y, point }: Press, { clientX, clientY, altKey }: Held) {
  const here = view.pointNear(clientX, clientY);
  const [word, other] = [words.near(point), here === undefined ? undefined : words.near(here)];
  const same = word && other && word.start === other.start && point >= word.start;
  const width = same ? view.rectsOf([word])[0]?.width : undefined;
  return here === point || isSlip({ dx: clientX - x, dy: clientY - y, word: width, exact: altKey });
}
