import type { deniable, parts } from "@/domain/event/event-values";
import type { Evidence } from "@/domain/event/evidence";

/** A claim in an event: what it does there and, for a denial, what it denies. */
export type Member = {
  evidence: Evidence;
  part: (typeof parts)[number];
  denies: readonly (typeof deniable)[number][];
};

/** Why a claim of an event does not count. */
export type NotCounted =
  | { why: "not accepted"; state: Evidence["state"] }
  | { why: "notice"; kind: NonNullable<Evidence["notice"]>["kind"]; on: string; words: string };

/** Only accepted claims count, and none of a report that was corrected, retracted or has vanished. */
export function notCounted({ state, notice }: Pick<Evidence, "state" | "notice">): NotCounted | undefined {
  if (notice) return { why: "notice", kind: notice.kind, on: notice.on, words: notice.words };
  return state === "accepted" ? undefined : { why: "not accepted", state };
}

const counts = ({ evidence }: Member) => notCounted(evidence) === undefined;

/** The claims that say it happened, and count. */
export const supporting = (members: readonly Member[]): Evidence[] =>
  members.filter((member) => member.part === "supports" && counts(member)).map(({ evidence }) => evidence);

/** The denials that count. */
export const denials = (members: readonly Member[]): Member[] =>
  members.filter((member) => member.part === "denies" && counts(member));
