import type { z } from "zod";
import type { AssignmentState } from "@/domain/assignment/assignment";
import { isOpenWork } from "@/domain/assignment/machine";
import type { ReportState, TagCounts, Triage } from "@/domain/report/report";
import type { TagState } from "@/domain/tag/tag";

/** Triage results that take a report out of the work until somebody changes them. */
const aside: ReadonlySet<Triage> = new Set(["irrelevant", "duplicate of", "needs language", "nothing to tag"]);

/**
 * Where a report stands. An explicit close goes before everything, then triage, then what was decided about its tags.
 *
 * `tags` counts the layer that leaves the house: the shared one, in independent projects the final one, so that the
 * state of a report never tells a blind analyst that somebody else has been at work. Nothing is reviewed while tags
 * of analysts are still to be weighed against each other.
 */
export function reportState(about: {
  closed: boolean;
  triage: Triage;
  tags: z.infer<typeof TagCounts>;
  work?: Work;
  /** Analysts' tags that nobody has settled yet, once an independent report's layers are open. */
  unsettled?: number;
}): ReportState {
  const { open, accepted, returned, rejected } = about.tags;
  const { begun, unfinished, underReview } = about.work ?? noWork;
  if (about.closed) return "closed";
  if (aside.has(about.triage)) return "set aside";
  if (open + accepted + returned + rejected === 0) return underReview ? "in review" : begun ? "in work" : "new";
  if (open + returned === 0) return unfinished || (about.unsettled ?? 0) > 0 ? "in review" : "reviewed";
  return accepted + returned + rejected === 0 && !underReview ? "in work" : "in review";
}

/** What the assignments say: somebody began, somebody who began is not done, all who were asked handed it in. */
export type Work = { begun: boolean; unfinished: boolean; underReview: boolean };

const noWork: Work = { begun: false, unfinished: false, underReview: false };

/**
 * What a report's assignments say about where it stands. In independent projects they say nothing until the layers are
 * open: whether somebody else has begun is not for a blind analyst to know.
 */
export function workOf(
  states: readonly AssignmentState[],
  { mode, layersOpen }: { mode: "shared" | "independent"; layersOpen: boolean },
): Work {
  if (states.length === 0 || (mode === "independent" && !layersOpen)) return noWork;
  const begun = states.some((state) => state !== "assigned");
  const unfinished = states.some((state) => state === "in progress" || state === "returned");
  return { begun, unfinished, underReview: begun && !states.some(isOpenWork) };
}

/** What a write made of one tag that counts; `before` is absent for a new one. */
export type Move = { before?: TagState; after: TagState };

/** The state after these moves where that is clear without counting, else undefined. */
export function stateAfterMoves(state: ReportState, moves: readonly Move[]): ReportState | undefined {
  const real = moves.filter(({ before, after }) => before !== after);
  if (real.length === 0 || state === "closed" || state === "set aside") return state;
  if (real.some(({ before, after }) => before !== undefined || after !== "open")) return undefined;
  if (state === "new") return "in work";
  return state === "reviewed" ? "in review" : state;
}
