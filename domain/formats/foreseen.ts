import type { Format } from "@/domain/formats/format";
import type { Loss } from "@/domain/formats/loss";

/** So many tags and links are written into nowhere for a preview; of more it is not known what only writing finds out. */
export const mostTried = 20_000;

/**
 * What the preview tells: what the counts say (`told`), and what a trial found. Without a trial the losses that only
 * writing finds out are named with no count.
 */
export function foreseen(
  { whileWriting = [] }: Pick<Format, "whileWriting">,
  told: readonly Loss[],
  tried: readonly Loss[] | undefined,
): Loss[] {
  const all = new Map(told.map((loss) => [keyOf(loss), loss]));
  for (const loss of tried ?? whileWriting.map((each): Loss => ({ ...each, count: null }))) {
    const known = all.get(keyOf(loss));
    all.set(keyOf(loss), known ? { ...loss, count: sumOf(known.count, loss.count) } : loss);
  }
  return [...all.values()];
}

const keyOf = ({ what, how }: Pick<Loss, "what" | "how">) => `${what} ${how}`;

/** What was counted before and could not be, is what the trial found. */
const sumOf = (known: number | null, found: number | null) =>
  known === null || found === null ? found : known + found;
