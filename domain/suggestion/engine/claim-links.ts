import type { ClaimAttributes } from "@/domain/tag/claim";
import { type Clause, ENABLES, FOR } from "./clauses";
import type { ProposedLink } from "./proposal";

/** A claim as it was found, in the order of the text. */
export interface Told {
  readonly key: string;
  readonly links: ProposedLink[];
  readonly rule: Clause["rule"];
  readonly kind: ClaimAttributes["kind"];
  readonly words: string;
  /** What stands before it in its paragraph. */
  readonly before: string;
  readonly paragraph: number;
}

/** What a sentence says in one breath, from its main claim to the next. */
type Breath = { readonly main: Told; readonly all: readonly Told[] };

const MAIN: ReadonlySet<Clause["rule"]> = new Set(["said", "told"]);
const HANGS: ReadonlySet<Clause["rule"]> = new Set(["said", "told", "and-verb"]);
/** How far back an undertaking is looked for by its name. */
const BACK = 12;

/**
 * What depends on what, from one sentence to the next: what a way was paved for, on that; what the end or success of an
 * undertaking would bring, on what was said of the undertaking; what "this would" bring, on what was said just before. Only
 * words that say so count, never that two claims are near each other.
 */
export function linkClaims(told: readonly Told[]): void {
  const breaths = breathsOf(told);
  for (const [nth, { main, all }] of breaths.entries()) {
    const enabled = ENABLES.test(main.words)
      ? all.filter(({ rule, before }) => rule === "purpose" && !FOR.test(before))
      : [];
    for (const { links } of enabled) dependOn(links, main);
    if (main.kind !== "forecast") continue;
    const earlier = breaths.slice(Math.max(0, nth - BACK), nth);
    const cause = undertakingOf(main, earlier) ?? pointedAt(main, earlier.at(-1));
    if (!cause) continue;
    for (const { rule, kind, links } of all) if (HANGS.has(rule) && kind === "forecast") dependOn(links, cause);
  }
}

function breathsOf(told: readonly Told[]): Breath[] {
  const starts = told.flatMap(({ rule }, at) => (MAIN.has(rule) ? [at] : []));
  return starts.flatMap((at, nth) => {
    const all = told.slice(at, starts[nth + 1]);
    const [main] = all;
    return main ? [{ main, all }] : [];
  });
}

function dependOn(links: ProposedLink[], { key }: Told): void {
  if (!links.some(({ kind }) => kind === "depends-on")) links.push({ kind: "depends-on", to: key, attributes: {} });
}

/** "The completion of the second phase would …": what it would bring depends on whether that is reached. */
const OUTCOME =
  /^(?:the |its |their )?(?:\p{L}+ )?(?:termination|completion|conclusion|end|success|implementation|fulfil?ment|accomplishment|realisation|realization|reali[sz]ing|completing|finishing|achieving) of (?:the|this|that|these|those|its|their|his|her) ((?:[\p{L}\p{N}-]+ ){0,2}?[\p{L}\p{N}-]+?)(?= (?:of|in|on|at|to|for|from|along|by|and|will|would|could|may|might|can|is|are|was|were)(?!\p{L})|,)/iu;

/** What was said of the undertaking whose end this is: of what it is for, where that is said, since its end is that. */
function undertakingOf({ words }: Told, earlier: readonly Breath[]): Told | undefined {
  const name = OUTCOME.exec(words)?.[1]?.split(" ");
  if (!name) return undefined;
  const breath = earlier.findLast(({ main }) => isNamedIn(name, main.words));
  if (!breath) return undefined;
  const purpose = breath.all.find(({ rule, before }) => rule === "purpose" && !FOR.test(before));
  return purpose ?? breath.main;
}

/** "Withdrawal" stands in "will withdraw": words are compared without their endings, one after the other. */
function isNamedIn(name: readonly string[], words: string): boolean {
  const stems = name.map((word) => word.toLowerCase()).map((word) => word.slice(0, Math.max(5, word.length - 3)));
  const there = words.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  return there.some((_, at) =>
    stems.every((stem, nth) => (stem.length < 5 ? there[at + nth] === stem : there[at + nth]?.startsWith(stem))),
  );
}

/** "This would …", "The move will …": the deed that was told just before. */
const POINTS =
  /^(?:this|that|these|such (?:an? )?\p{L}+|(?:the|this|that|these|those|such) (?:move|step|decision|deal|agreement|accord|truce|measure|advance|development|change|closure|opening|withdrawal|transfer|vote|ruling)s?) (?:\p{L}+ly )?(?:will|would|could|may|might|can|(?:is|are|was|were) (?:expected|likely|due|set) to)(?!\p{L})/iu;

function pointedAt({ words, paragraph }: Told, previous: Breath | undefined): Told | undefined {
  return previous && previous.main.paragraph === paragraph && POINTS.test(words) ? previous.main : undefined;
}
