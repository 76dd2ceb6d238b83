import { guessable } from "@/domain/tag/claim-values";

/** What can be guessed of a claim from its own words. */
export type Guessable = (typeof guessable)[number];

type Attributes = Readonly<Record<string, unknown>>;

/** The attributes, by name, that were filled in from the words of a claim and that nobody has looked at yet. */
export function guessesIn({ guessed }: Attributes): readonly Guessable[] {
  return Array.isArray(guessed) ? guessable.filter((name) => guessed.includes(name)) : [];
}

/** A proposal, marked as the guess it is until somebody confirms it or says otherwise. */
export function asGuesses<A extends Attributes>(proposal: A): A & { guessed?: Guessable[] } {
  const guessed = guessable.filter((name) => proposal[name] !== undefined);
  return guessed.length > 0 ? { ...proposal, guessed } : proposal;
}

/** What a change to some attributes leaves as guesses: whatever somebody says, even the same again, is guessed no more. */
export function stillGuessed(before: Attributes, change: Attributes): { guessed?: Guessable[] | undefined } {
  const guesses = guessesIn(before);
  if (guesses.length === 0 || "guessed" in change) return {};
  const left = guesses.filter((name) => !(name in change));
  return { guessed: left.length > 0 ? left : undefined };
}

/** What somebody says of a tag, however they came to say it. */
export function withoutGuesses<A extends Attributes>(attributes: A): A {
  if (!("guessed" in attributes)) return attributes;
  const { guessed: _guessed, ...said } = attributes;
  // The same attributes but for the one that may always be left out.
  return said as unknown as A;
}
