import type { Figure } from "@/domain/event/figures";

/** The words of a figure, and whether it is denied or a lower bound, as the sheet has them. */
export const figureWords = ({ outcome, who, said, denied, atLeast }: Figure) => {
  const quotes = said.flatMap(({ words: quote, convention }) =>
    quote && convention ? `${quote} (number by convention)` : (quote ?? []),
  );
  const marks = [denied ? "denied" : undefined, atLeast ? "at least" : undefined, ...quotes].filter(Boolean);
  return marks.length === 0 ? undefined : `${[outcome, who].filter(Boolean).join(" ")}: ${marks.join(", ")}`;
};
