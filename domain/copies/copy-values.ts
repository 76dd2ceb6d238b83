/** What became of a pair of reports: nobody has decided yet, one is a copy of the other, or it is none. */
export const copyStates = ["proposed", "confirmed", "refused"] as const;
export type CopyState = (typeof copyStates)[number];

type Dated = { published?: string | undefined };

/** Which of two reports the other was taken from: the one that was published on an earlier day, else the one that came first. */
export function originalOf<Report extends Dated>(first: Report, second: Report): Report {
  const [one, other] = [first.published?.slice(0, 10), second.published?.slice(0, 10)];
  return one !== undefined && other !== undefined && other < one ? second : first;
}
