import type { Gate } from "@/domain/protection/what-may-leave";
import type { Hit } from "@/domain/search/concordance";

/**
 * A line of a concordance as it may leave; undefined where nothing of it may. Names are looked for in the whole line, as
 * one may begin in the word and end beside it.
 */
export function leavingHit(gate: Gate, hit: Hit): Hit | undefined {
  if (gate.open) return hit;
  const { left, word, right, ...about } = hit;
  const line = [...gate.words(left + word + right)];
  const [begin, end] = [[...left].length, [...(left + word)].length];
  const part = (from: number, to?: number) => line.slice(from, to).join("");
  const kept = gate.value({ ...about, prefix: part(0, begin), quote: part(begin, end), suffix: part(end) });
  if (!kept) return undefined;
  const { prefix, quote, suffix, ...said } = kept;
  return { ...hit, ...said, left: prefix, word: quote, right: suffix };
}

/** The same for lines as they come. */
export async function* leavingHits(gate: Gate, hits: AsyncIterable<readonly Hit[]>): AsyncGenerator<readonly Hit[]> {
  for await (const some of hits) yield some.flatMap((hit) => leavingHit(gate, hit) ?? []);
}
