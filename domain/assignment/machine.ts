import type { AssignmentState } from "@/domain/assignment/assignment";
import type { Deed } from "@/domain/history/entry";

/** Whose move it is: the analyst's whose work it is, or that of somebody with at least this role. */
export type Who = "self" | "reviewer" | "editor";

/** From nothing to an assignment and back are moves too. */
export type From = AssignmentState | "none";

export type Step = { from: From; to: From; did: Deed; who: readonly Who[] };

const step = (from: From, to: From, did: Deed, ...who: Who[]): Step => ({ from, to, did, who });

/**
 * Every move there is. An editor may make an analyst's own moves for them (somebody is ill, a program works for the
 * desk); nobody else may. What the table does not have cannot be done by anybody.
 *
 * An analyst takes a submission back as long as no reviewer has begun with it. Reviewers undo what reviewers did.
 */
export const steps: readonly Step[] = [
  step("none", "assigned", "assigned", "editor"),
  step("none", "in progress", "started-work", "self"),
  step("none", "submitted", "submitted-work", "self"),
  step("assigned", "none", "unassigned", "editor"),
  step("assigned", "in progress", "started-work", "self", "editor"),
  step("assigned", "submitted", "submitted-work", "self", "editor"),
  step("in progress", "none", "unassigned", "editor"),
  step("in progress", "assigned", "assigned", "editor"),
  step("in progress", "submitted", "submitted-work", "self", "editor"),
  step("submitted", "in progress", "took-back-work", "self", "editor"),
  step("submitted", "in review", "began-review", "reviewer"),
  step("submitted", "returned", "returned-work", "reviewer"),
  step("submitted", "closed", "closed-work", "reviewer"),
  step("in review", "submitted", "left-review", "reviewer"),
  step("in review", "returned", "returned-work", "reviewer"),
  step("in review", "closed", "closed-work", "reviewer"),
  step("returned", "in progress", "started-work", "self", "editor"),
  step("returned", "submitted", "submitted-work", "self", "editor"),
  step("returned", "in review", "began-review", "reviewer"),
  step("returned", "closed", "closed-work", "reviewer"),
  step("assigned", "closed", "closed-work", "editor"),
  step("in progress", "closed", "closed-work", "editor"),
  step("closed", "in review", "reopened-work", "reviewer"),
  step("closed", "assigned", "assigned", "editor"),
];

/** The move between two states; undefined where there is none. */
export const stepBetween = (from: From, to: From): Step | undefined =>
  steps.find((each) => each.from === from && each.to === to);

/** Where somebody can bring an assignment from here, given what they are to it. */
export const movesFrom = (from: From, are: readonly Who[]): From[] =>
  steps.filter((each) => each.from === from && each.who.some((who) => are.includes(who))).map(({ to }) => to);

/** Work that its analyst has not finished. */
export const isOpenWork = (state: AssignmentState): boolean =>
  state === "assigned" || state === "in progress" || state === "returned";

/** What the analyst has submitted and not got back: in independent projects they cannot change it. */
export const isIn = (state: AssignmentState): boolean =>
  state === "submitted" || state === "in review" || state === "closed";

/** Where an assignment goes when its closed report is opened again. */
export const reopened = ({ submittedAt }: { submittedAt?: unknown }): AssignmentState =>
  submittedAt ? "in review" : "in progress";

/** Work that was given back or lost without having been submitted: it counts nowhere. The SQL beside it says the same. */
export const givenBack = ({ state, submittedAt }: { state: AssignmentState; submittedAt?: unknown }): boolean =>
  state === "closed" && submittedAt === undefined;
