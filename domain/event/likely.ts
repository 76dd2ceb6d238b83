import { z } from "zod";
import { Evidence } from "@/domain/event/evidence";
import { mayJoin } from "@/domain/event/makes-row";

/** Why a claim may belong to an event, each with what it is about. */
export const LikelyReason = z.object({
  why: z.enum([
    "linked",
    "same day",
    "days apart",
    "same place",
    "same actor",
    "same figure",
    "same type",
    "same words",
  ]),
  what: z.string(),
});
export type LikelyReason = z.infer<typeof LikelyReason>;

/** A claim that may belong to an event. Its reasons are the proposal: there is no score to read. */
export const LikelyMember = z.object({ evidence: Evidence, reasons: z.array(LikelyReason) });
export type LikelyMember = z.infer<typeof LikelyMember>;

const weight: Record<LikelyReason["why"], number> = {
  linked: 10,
  "same place": 4,
  "same actor": 2,
  "same figure": 3,
  "same day": 3,
  "days apart": 1,
  "same type": 2,
  "same words": 2,
};
/** Below this a claim is not proposed: one thing in common is none. */
const least = 4;
const dayMs = 86_400_000;

/**
 * Which of some claims may belong with others, those with most in common first. Only what is said is compared: a claim
 * without a date is neither the same day nor another.
 */
export function likelyMembers(
  members: readonly Evidence[],
  candidates: readonly Evidence[],
  { linked, most }: { linked: ReadonlySet<string>; most: number },
): LikelyMember[] {
  const there = new Set<string>(members.map(({ claimId }) => claimId));
  const words = new Set(members.flatMap(wordsOf).map(folded));
  return candidates
    .filter((claim) => !there.has(claim.claimId) && mayJoin(claim))
    .map((evidence) => ({ evidence, reasons: reasonsFor(evidence, members, { words, linked }) }))
    .map((each) => ({ ...each, weight: each.reasons.reduce((sum, { why }) => sum + weight[why], 0) }))
    .filter((each) => each.weight >= least)
    .toSorted((one, other) => other.weight - one.weight || (one.evidence.claimId < other.evidence.claimId ? -1 : 1))
    .slice(0, most)
    .map(({ evidence, reasons }) => ({ evidence, reasons }));
}

function reasonsFor(
  claim: Evidence,
  members: readonly Evidence[],
  { words, linked }: { words: ReadonlySet<string>; linked: ReadonlySet<string> },
): LikelyReason[] {
  const common = (of: (each: Evidence) => readonly string[]) => {
    const known = new Set(members.flatMap(of).map(folded));
    return once(of(claim)).filter((each) => known.has(folded(each)));
  };
  const reasons: LikelyReason[] = [];
  if (linked.has(claim.claimId)) reasons.push({ why: "linked", what: "" });
  const days = daysBetween(claim, members);
  if (days === 0) reasons.push({ why: "same day", what: claim.time?.from ?? "" });
  if (days !== undefined && days > 0 && days <= 3) reasons.push({ why: "days apart", what: String(days) });
  const places = common(placesOf);
  if (places.length > 0) reasons.push({ why: "same place", what: places.join(", ") });
  const actors = common(({ actors: those }) => those.map(({ name }) => name));
  if (actors.length > 0) reasons.push({ why: "same actor", what: actors.join(", ") });
  const figures = common(figuresOf);
  if (figures.length > 0) reasons.push({ why: "same figure", what: figures.join(", ") });
  const types = common(({ eventType }) => (eventType ? [eventType] : []));
  if (types.length > 0) reasons.push({ why: "same type", what: types.join(", ") });
  const shared = once(wordsOf(claim)).filter((word) => words.has(folded(word)));
  if (shared.length >= 3) reasons.push({ why: "same words", what: shared.slice(0, 6).join(", ") });
  // Weeks apart outweighs what places and actors have in common every day.
  return days !== undefined && days > 7 && !linked.has(claim.claimId) ? [] : reasons;
}

const daysOf = ({ time }: Evidence) => [time?.from, time?.to].flatMap((day) => (day ? Date.parse(day) : []));

/** The fewest days between a claim's dates and those of the others; undefined where either has none. */
function daysBetween(claim: Evidence, members: readonly Evidence[]): number | undefined {
  const own = daysOf(claim);
  const theirs = members.flatMap(daysOf);
  if (own.length === 0 || theirs.length === 0) return undefined;
  const [first, last] = [Math.min(...theirs), Math.max(...theirs)];
  const gap = Math.max(0, first - Math.max(...own), Math.min(...own) - last);
  return Math.round(gap / dayMs);
}

const placesOf = ({ places }: Evidence) => places.map(({ name, words }) => name ?? words);
/** Compared without case; shown as it was written. */
const folded = (name: string) => name.toLowerCase();
const once = (names: readonly string[]) => [...new Map(names.map((each) => [folded(each), each])).values()];
const figuresOf = ({ figures }: Evidence) =>
  figures.flatMap(({ what, low, high }) => (low === undefined && high === undefined ? [] : `${what} ${low ?? high}`));

/** Words of five letters and more, or names of four: what a sentence is about. */
function wordsOf({ quote }: Evidence): string[] {
  return (quote.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word.length > 4 || /^\p{Lu}\p{L}{3}/u.test(word));
}
