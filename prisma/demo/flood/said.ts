/** What claims of the flood’s reports say, in short. */
export const stated = (from: string, words: string) => ({ from, precision: "day", basis: "stated", words });
export const asserted = (about: Record<string, unknown>) => ({
  standing: "asserted",
  polarity: "affirmed",
  certainty: "certain",
  ...about,
});
