import type { Placed } from "./lay-down";

/** A comment that somebody wrote beside a document's text. */
export interface DocumentComment {
  readonly id: string;
  /** The comment that it answers. */
  readonly answers: string | undefined;
  readonly author: string;
  /** When it was written, as the document says it. */
  readonly at: string;
  readonly resolved: boolean;
  readonly text: string;
}

/** A comment with its answers, on a passage in code points; without one, on the report as a whole. */
export interface DocumentThread {
  readonly range: { readonly start: number; readonly end: number } | undefined;
  readonly resolved: boolean;
  /** What is said in it, each with its author's name as its first line. */
  readonly comments: readonly string[];
}

/** So many comments of a document are taken over. */
export const COMMENTS_AT_MOST = 5000;

/**
 * A document's comments as threads in the order of its text; those whose words are not in the text come last. `longest`:
 * of a comment that is kept, in UTF-16 units.
 */
export function threadsOf(
  comments: readonly DocumentComment[],
  places: ReadonlyMap<string, Placed>,
  longest: number,
): DocumentThread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const threads = new Map<DocumentComment, DocumentComment[]>();
  for (const comment of comments) {
    const root = rootOf(comment, byId);
    threads.set(root, [...(threads.get(root) ?? []), comment]);
  }
  return [...threads]
    .flatMap(([root, all]) => {
      const said = all.filter(({ text }) => text.trim() !== "");
      if (said.length === 0) return [];
      const placed = [root, ...all].map(({ id }) => places.get(id)).find((place) => place !== undefined);
      const answers = said.filter((each) => each !== root).toSorted((a, b) => compare(a.at, b.at));
      const ordered = said.includes(root) ? [root, ...answers] : answers;
      return { range: placed, resolved: root.resolved, comments: ordered.flatMap((each) => bodiesOf(each, longest)) };
    })
    .toSorted((a, b) => (a.range?.start ?? Number.MAX_SAFE_INTEGER) - (b.range?.start ?? Number.MAX_SAFE_INTEGER));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The comment that a thread begins with; answers that go round in a circle stand for themselves. */
function rootOf(comment: DocumentComment, byId: ReadonlyMap<string, DocumentComment>): DocumentComment {
  const seen = new Set<DocumentComment>();
  let at = comment;
  for (;;) {
    const above = at.answers === undefined ? undefined : byId.get(at.answers);
    if (!above) return at;
    if (seen.has(above)) return comment;
    seen.add(above);
    at = above;
  }
}

/** What a comment says under its author's name; one that is too long goes on in further ones. */
function bodiesOf({ author, at, text }: DocumentComment, longest: number): string[] {
  const head = [author.trim(), whenOf(at)].filter(Boolean).join(", ").slice(0, 200);
  const first = head === "" ? "" : `${head}\n`;
  const bodies: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const length = cut(rest, longest - first.length);
    bodies.push(first + rest.slice(0, length).trimEnd());
    rest = rest.slice(length).trimStart();
  }
  return bodies;
}

/** Up to where a text fits, without half a character. */
const cut = (text: string, most: number) =>
  text.length <= most ? text.length : most - (/[\ud800-\udbff]/.test(text.charAt(most - 1)) ? 1 : 0);

/** The day and the minute as the document has them; its zone is seldom the one it names. */
const whenOf = (at: string) => /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(at)?.slice(1).filter(Boolean).join(" ") ?? "";
