import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";
import { mentionsOf } from "@/domain/text/mentions";
import { offsetIndex } from "@/domain/text/offsets";
import { sameWords } from "@/domain/text/same-words";
import type { Engine, Proposal, Remembered, Stretch } from "./proposal";

/**
 * Proposes again what people of the project tagged: the same words as the same kind, with what they mostly said of it.
 * Words that were rejected at least as often are not proposed.
 */
export const memory: Engine = {
  name: "memory",
  version: 1,
  names: () => [],
  propose: ({ text, language }, { remembered = [] }) => {
    const compared = sameWords(text);
    const index = offsetIndex(text);
    const taken = new Map<string, Stretch[]>();
    const proposals: Proposal[] = [];
    // The longest first: within "Hama province" nothing is said of "Hama".
    for (const each of remembered.filter(isWorth).toSorted((a, b) => b.words.length - a.words.length)) {
      if (!compared.text.includes(sameWords(each.words).text.trim())) continue;
      const there = taken.get(each.kind) ?? [];
      for (const span of mentionsOf(text, each.words, { locale: language, index, compared })) {
        if (there.some(({ start, end }) => start < span.end && span.start < end)) continue;
        there.push(span);
        proposals.push(proposalOf(each, span, proposals.length));
      }
      taken.set(each.kind, there);
    }
    return proposals;
  },
};

/** A word that stands everywhere has to be tagged more than once before it says anything. */
const isWorth = ({ words, times, rejected }: Remembered) =>
  rejected < times && [...words].length > 1 && (times > 1 || /\p{Lu}|(?!\p{scx=Latn})\p{L}/u.test(words));

function proposalOf({ kind, words, attributes, times }: Remembered, span: Stretch, nth: number): Proposal {
  const head = { key: `memory-${nth}`, spans: [{ start: span.start, end: span.end }] };
  const score = Math.min(0.99, 0.96 + times / 1000);
  const reason = { rule: "repeated", words };
  if (kind === "place")
    return { ...head, kind, attributes: PlaceAttributes.catch({}).parse(attributes), score, reason };
  if (kind === "source")
    return { ...head, kind, attributes: SourceAttributes.catch({}).parse(attributes), score, reason };
  return { ...head, kind: `label:${kind.slice("label:".length)}`, attributes, score, reason };
}

/** Words that were tagged, each time they were: what is mostly said of them, and how often. */
export function rememberedFrom(
  tagged: readonly { kind: string; words: string; attributes: Record<string, unknown>; times: number }[],
  rejected: readonly { kind: string; words: string; times: number }[],
): Remembered[] {
  const key = ({ kind, words }: { kind: string; words: string }) => `${kind} ${sameWords(words).text.trim()}`;
  const against = new Map<string, number>();
  for (const each of rejected) against.set(key(each), (against.get(key(each)) ?? 0) + each.times);
  const groups = new Map<string, typeof tagged>();
  for (const each of tagged) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups].flatMap(([name, said]) => {
    const [most] = said.toSorted((a, b) => b.times - a.times);
    if (!most) return [];
    const times = said.reduce((sum, each) => sum + each.times, 0);
    // Where people meant several things by the same words, only the kind is proposed.
    const attributes = most.times * 3 >= times * 2 ? most.attributes : {};
    return [{ kind: most.kind, words: most.words, attributes, times, rejected: against.get(name) ?? 0 }];
  });
}

/** Tells words that were rejected as a kind more often than they were tagged so: no engine proposes them again. */
export function unwantedIn(
  rejected: readonly { kind: string; words: string; times: number }[],
  remembered: readonly Remembered[],
): (proposed: { kind: string; words: string }) => boolean {
  const key = ({ kind, words }: { kind: string; words: string }) => `${kind} ${words}`;
  const times = new Map(remembered.map((each) => [key(each), each.times]));
  const often = rejected.filter((each) => each.times >= 2 && each.times > (times.get(key(each)) ?? 0));
  const unwanted = new Set(often.map(key));
  return (proposed) => unwanted.has(key(proposed));
}
