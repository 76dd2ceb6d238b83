/** What this person may do about a report on its page of details. */
export type DetailsMay = {
  work: boolean;
  review: boolean;
  assign: boolean;
  triage: boolean;
  change: boolean;
  remove: boolean;
  /** May say what may leave of it. */
  protect: boolean;
};
