import { z } from "zod";
import { denials, type Member, supporting } from "@/domain/event/counting";
import { outcomes } from "@/domain/event/event-values";
import type { ClaimLink, Evidence } from "@/domain/event/evidence";
import { numberInWords } from "@/domain/event/number-words";
import { TagId } from "@/domain/ids";
import type { FigureConvention } from "@/domain/project/event-settings";
import type { Quantity } from "@/domain/tag/claim";
import { countedWho } from "@/domain/tag/claim-values";

/** Why a figure that a claim gives is not part of the range. */
export const setAside = [
  "superseded",
  "running total",
  "period",
  "only words",
  "zero without words that say none",
  "denies",
] as const;

/** One figure of one claim, and whether it is used. */
export const SaidFigure = z.object({
  claimId: TagId,
  low: z.int().optional(),
  high: z.int().optional(),
  atLeast: z.boolean(),
  words: z.string().optional(),
  /** The words that the project's convention turned into this number. */
  convention: z.string().optional(),
  aside: z.enum(setAside).optional(),
});
export type SaidFigure = z.infer<typeof SaidFigure>;

/** How many suffered what, from all claims that count: each claim's figure once, none added to another. */
export const Figure = z.object({
  outcome: z.enum(outcomes),
  who: z.enum(countedWho).optional(),
  low: z.int().optional(),
  high: z.int().optional(),
  /** The largest figure is a lower bound. */
  atLeast: z.boolean(),
  /** A denial that counts denies it. */
  denied: z.boolean(),
  /** Set where a person chose the figure. */
  chosen: z.string().optional(),
  said: z.array(SaidFigure),
});
export type Figure = z.infer<typeof Figure>;

/** A figure that a person chose in place of the derived one, with the reason. */
export const ChosenFigure = z.strictObject({
  outcome: z.enum(outcomes),
  who: z.enum(countedWho).optional(),
  low: z.int().nonnegative().optional(),
  high: z.int().nonnegative().optional(),
  reason: z.string().trim().min(1).max(2000),
});
export type ChosenFigure = z.infer<typeof ChosenFigure>;

type Quantities = Evidence["figures"][number];
type Kind = Pick<Figure, "outcome" | "who">;

/** What a claim counts, as outcome and whom: "civilians" without an outcome is one of whom only. */
function kindOf({ what, who }: z.infer<typeof Quantity>): Kind {
  const whom = who === undefined ? {} : { who };
  if (what === "civilians") return { outcome: "other", who: "civilian" };
  if (what === "combatants") return { outcome: "other", who: "combatant" };
  return { outcome: what, ...whom };
}

/** What decides on figures beside the claims: what a person chose, and the words that the project turns into numbers. */
type Deciding = { chosen?: readonly ChosenFigure[] | undefined; conventions?: readonly FigureConvention[] };

/** The figures of an event, from the claims that count, the links between them and what a person chose. */
export function deriveFigures(
  members: readonly Member[],
  links: readonly ClaimLink[],
  { chosen = [], conventions = [] }: Deciding = {},
): Figure[] {
  const denying = denials(members);
  const said = [
    ...supporting(members).flatMap((claim) => claim.figures.map((quantity) => ({ claim, quantity, denies: false }))),
    ...denying.flatMap(({ evidence: claim }) => claim.figures.map((quantity) => ({ claim, quantity, denies: true }))),
  ];
  const kinds = new Map<string, Kind>();
  for (const { quantity } of said.filter(({ denies }) => !denies)) kinds.set(keyOf(kindOf(quantity)), kindOf(quantity));
  for (const each of chosen) kinds.set(keyOf(each), { outcome: each.outcome, ...(each.who && { who: each.who }) });
  const deniesFigures = denying.some(({ denies }) => denies.includes("figures") || denies.includes("happened"));
  return [...kinds].map(([key, kind]) => {
    const those = said.filter(({ quantity }) => keyOf(kindOf(quantity)) === key);
    const older = supersededIn(
      those.map(({ claim }) => claim.claimId),
      links,
    );
    const figures = those.map(({ claim, quantity, denies }) =>
      saidFigure(claim.claimId, quantity, { superseded: older.has(claim.claimId), denies, conventions }),
    );
    const denied = deniesFigures || figures.some(({ aside }) => aside === "denies");
    const choice = chosen.find((each) => keyOf(each) === key);
    return { ...kind, ...(choice ? choiceOf(choice) : rangeOf(figures)), denied, said: figures };
  });
}

const keyOf = ({ outcome, who }: Kind) => `${outcome}/${who ?? ""}`;

const choiceOf = ({ low, high, reason }: ChosenFigure) => ({
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  atLeast: low !== undefined && high === undefined,
  chosen: reason,
});

/** Claims whose figures another one of them updates. */
function supersededIn(claims: readonly TagId[], links: readonly ClaimLink[]): Set<TagId> {
  const among = new Set(claims);
  return new Set(
    links.flatMap(({ kind, from, to }) => (kind === "updates" && among.has(from) && among.has(to) ? to : [])),
  );
}

function saidFigure(
  claimId: TagId,
  quantity: Quantities,
  {
    superseded,
    denies,
    conventions,
  }: { superseded: boolean; denies: boolean; conventions: readonly FigureConvention[] },
): SaidFigure {
  const { low, high, atLeast = false, words, scope } = quantity;
  const given = low !== undefined || high !== undefined;
  const inWords = given ? {} : numberInWords(words ?? "");
  const unread = !given && inWords.low === undefined && inWords.high === undefined;
  const convention = unread ? conventionFor(words ?? "", conventions) : undefined;
  const byConvention = convention && { ...convention, atLeast: convention.high === undefined };
  const read = given ? { low: low ?? (atLeast ? high : undefined), high, atLeast } : (byConvention ?? inWords);
  const aside = asideOf({ ...read, words, scope, superseded, denies });
  return {
    claimId,
    ...(read.low !== undefined && { low: read.low }),
    ...(read.high !== undefined && { high: read.high }),
    atLeast: read.atLeast ?? false,
    ...(words !== undefined && { words }),
    ...(convention && { convention: convention.words }),
    ...(aside && { aside }),
  };
}

/** Before a word: nothing, or the letters that Arabic writes together with it. */
const begins = /(?:^|[^\p{L}\p{M}\p{N}])[وفبلك]?(?:ال)?$/u;
const ends = /^(?:$|[^\p{L}\p{M}\p{N}])/u;

/** Whether words stand whole among others. */
function standsIn(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (begins.test(text.slice(0, at)) && ends.test(text.slice(at + wanted.length))) return true;
  }
  return false;
}

/** The convention whose words stand among those of a figure; of several the longest one. */
const conventionFor = (words: string, conventions: readonly FigureConvention[]): FigureConvention | undefined =>
  conventions
    .toSorted((one, other) => other.words.length - one.words.length)
    .find((each) => standsIn(words.toLowerCase(), each.words.toLowerCase()));

function asideOf({
  low,
  high,
  words,
  scope,
  superseded,
  denies,
}: {
  low?: number | undefined;
  high?: number | undefined;
  words: string | undefined;
  scope: Quantities["scope"];
  superseded: boolean;
  denies: boolean;
}): SaidFigure["aside"] {
  if (denies) return "denies";
  if (scope === "running total" || scope === "period") return scope;
  if (superseded) return "superseded";
  if (low === undefined && high === undefined) return "only words";
  if (high !== 0) return undefined;
  return numberInWords(words ?? "").high === 0 ? undefined : "zero without words that say none";
}

/** The smallest and the largest figure in use; nothing where no claim gives one. */
function rangeOf(figures: readonly SaidFigure[]) {
  const used = figures.filter(({ aside }) => aside === undefined);
  const lows = used.flatMap(({ low, high }) => low ?? high ?? []);
  const highs = used.flatMap(({ low, high }) => high ?? low ?? []);
  if (lows.length === 0) return { atLeast: false };
  const high = Math.max(...highs);
  const atLeast = used.some((each) => each.atLeast && (each.high ?? each.low ?? 0) === high);
  return { low: Math.min(...lows), high, atLeast };
}
