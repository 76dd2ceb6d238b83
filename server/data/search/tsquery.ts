import type { Looked, Part } from "@/domain/search/query";

/** Terms are letters and digits only. */
const term = (word: string, prefix: boolean) => `'${word}'${prefix ? ":*" : ""}`;

/** Words that follow one another, each in one of its forms; a hyphenated word also as one. */
export function looked({ places, prefix }: Looked): string {
  const groups = places.map((terms, nth) => {
    const starred = prefix && nth === places.length - 1;
    return `(${terms.map((word) => term(word, starred)).join(" | ")})`;
  });
  const phrase = `(${groups.join(" <-> ")})`;
  const [first, second] = places;
  const joined = places.length === 2 && first?.find((word) => word === `${first[0]}${second?.[0]}`);
  return joined ? `(${phrase} | ${term(joined, prefix)})` : phrase;
}

/** One condition of a query, without its "not". */
export const condition = (part: Part): string =>
  part.is === "any" ? `(${part.of.map(looked).join(" | ")})` : looked(part.looked);

/** The whole of it, as PostgreSQL reads a tsquery. */
export const conditions = (parts: readonly Part[]): string =>
  parts.map((part) => (part.is === "words" && part.not ? `!${condition(part)}` : condition(part))).join(" & ");
