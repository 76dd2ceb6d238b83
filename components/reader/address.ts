import type { DeskState, Span } from "@/client/desk/desk";

/** What of a report an address can point at. */
export type Pointed = { tag?: string; thread?: string; at?: readonly Span[]; revision?: number };

const SPAN = /^(\d{1,9})-(\d{1,9})$/;
/** As many spans as one tag may have. */
const MOST = 50;

/** The query of an address: `?tag=…`, `?thread=…`, or `?at=120-148.160-171&revision=1` for words without a tag. */
export function queryOf({ tag, thread, at, revision }: Pointed): string {
  if (at && at.length > 0) {
    const spans = at.slice(0, MOST).map(({ start, end }) => `${start}-${end}`);
    return `?at=${spans.join(".")}${revision === undefined ? "" : `&revision=${revision}`}`;
  }
  if (thread) return `?thread=${thread}`;
  return tag ? `?tag=${tag}` : "";
}

/** The words of `at=`, in code points; undefined when it names none. */
export function spansIn(at: unknown): Span[] | undefined {
  if (typeof at !== "string") return undefined;
  const spans = at.split(".", MOST).flatMap((part): Span[] => {
    const [, from, to] = SPAN.exec(part) ?? [];
    const [start, end] = [Number(from), Number(to)];
    return start < end ? [{ start, end }] : [];
  });
  return spans.length > 0 ? spans : undefined;
}

/** What the report that is open shows now: the chosen words, else the thread, else the selected tag. */
export function pointedIn(
  state: Pick<DeskState, "passage" | "selected" | "openThread" | "threads" | "report">,
): Pointed {
  const { passage, selected, openThread, threads, report } = state;
  if (passage.length > 0) return { at: passage, revision: report.revision };
  const target = openThread ? threads.get(openThread)?.target : undefined;
  const isShown = target && (target.on !== "tag" || target.tagId === selected);
  if (openThread && isShown) return { thread: openThread };
  return selected ? { tag: selected } : {};
}
