import type { UserId } from "@/domain/ids";

type Named = { userId: UserId; name: string; email: string };

const folded = (text: string): string => text.normalize("NFC").toLowerCase();
const inWord = /[\p{L}\p{M}\p{N}_]/u;
const beforeAt = /[\p{L}\p{M}\p{N}_.@-]$/u;

/**
 * Whom these words call by `@name` or `@address`, in the order they are first called. The longest name that stands
 * there counts ("@Ana Lima" is not Ana); people of the same name are all called.
 */
export function mentionedIn(body: string, people: readonly Named[]): UserId[] {
  const text = folded(body);
  const called = new Set<UserId>();
  for (const { index } of text.matchAll(/@/gu)) {
    if (beforeAt.test(text.slice(0, index))) continue;
    for (const userId of calledAt(text.slice(index + 1), people)) called.add(userId);
  }
  return [...called];
}

function calledAt(rest: string, people: readonly Named[]): UserId[] {
  const hits = people.flatMap(({ userId, name, email }) =>
    [folded(name), folded(email)]
      .filter((words) => words !== "" && rest.startsWith(words) && !inWord.test(rest.slice(words.length)[0] ?? ""))
      .map((words) => ({ userId, length: words.length })),
  );
  const longest = Math.max(0, ...hits.map(({ length }) => length));
  return hits.filter(({ length }) => length === longest).map(({ userId }) => userId);
}

/** How a person is written after the `@`: by name, or by address where others have the same name. */
export function mentionOf(person: Named, people: readonly Named[]): string {
  const alone = people.every(({ userId, name }) => userId === person.userId || folded(name) !== folded(person.name));
  return `@${alone ? person.name : person.email}`;
}

/** The longest name that is looked for while somebody writes it, in UTF-16 units. */
const longestCall = 60;

/** The `@…` that is being written right before the caret; offsets count UTF-16 units, as a browser does. */
export function callBefore(text: string, caret: number): { from: number; words: string } | undefined {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0 || caret - from > longestCall || beforeAt.test(text.slice(0, from))) return undefined;
  const words = text.slice(from + 1, caret);
  return /[\n\r]|^\s|\s\s/u.test(words) ? undefined : { from, words };
}

/** Whom somebody may mean who has written this much: a name or one of its words, or an address, that begins so. */
export function meantBy<Person extends Named>(words: string, people: readonly Person[]): Person[] {
  const begun = folded(words);
  return people.filter(({ name, email }) => {
    const known = folded(name);
    return [known, ...known.split(/\s+/u), folded(email)].some((each) => each.startsWith(begun));
  });
}
