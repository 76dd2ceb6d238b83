import type { Evidence } from "@/domain/event/evidence";

type Said = Pick<Evidence, "kind" | "standing" | "certainty" | "polarity" | "quote">;

/** Words that say something goes on; English and Arabic. */
const goingOn =
  /\b(?:continu(?:e|es|ed|ing)|still|kept on|keeps? on|remains? under way|resum(?:e|es|ed|ing))\b|(?:^|[^\p{L}])(?:و?(?:تواصل|تواصلت|يتواصل|تتواصل|واصل|واصلت|تستمر|استمر|استمرت|مستمر|مستمرة))(?![\p{L}])/iu;

/** Whether a claim's words say that it had begun before and goes on: proposed, and no row unless a person makes it one. */
export const soundsOngoing = (words: string): boolean => goingOn.test(words);

/** Why a claim begins no event of its own; "row" when it does. */
export type RowReason =
  | "row"
  | "not an event"
  | "background"
  | "negated"
  | "polarity not said"
  | "not certain"
  | "ongoing";

/**
 * Whether a claim makes an event: one that asserts and affirms an event which begins or ends. A negated event, an
 * intention, a forecast, a state, an assessment and a denial never do; what the source calls probable or possible does
 * only where the project says so.
 */
export function rowReason(
  { kind, standing, certainty, polarity, quote }: Said,
  { uncertainToo = false }: { uncertainToo?: boolean } = {},
): RowReason {
  if (kind !== "event") return "not an event";
  if (standing === "background") return "background";
  if (polarity === "negated") return "negated";
  if (polarity === undefined) return "polarity not said";
  if (!uncertainToo && (certainty === "probable" || certainty === "possible")) return "not certain";
  return soundsOngoing(quote) ? "ongoing" : "row";
}

/** What may join an event that somebody else's claim began: anything but what is still to come. */
export const mayJoin = ({ kind }: Pick<Said, "kind">): boolean => kind !== "intention" && kind !== "forecast";

/** The part that a claim is proposed to take in an event it joins. */
export function partOf({ kind, standing, polarity }: Said): "supports" | "denies" | "background" {
  if (kind === "denial" || (kind === "event" && polarity === "negated")) return "denies";
  return kind === "event" && standing !== "background" ? "supports" : "background";
}
