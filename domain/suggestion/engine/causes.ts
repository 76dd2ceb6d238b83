import type { Clause } from "./clauses";
import type { ProposedLink } from "./proposal";

const CAUSE = /(?:^|[^\p{L}])(?:thanks to|because of|due to|owing to|as a result of) (?:the |an? )?$/iu;
const HANGS: ReadonlySet<Clause["rule"]> = new Set(["said", "told", "and-verb"]);

type Made = { readonly clause: Clause; readonly key: string; readonly links: ProposedLink[] };

/**
 * "Thanks to X, Y": what the sentence says depends on what it takes for granted at its beginning. Only a word for a cause
 * says so; "despite X" and "amid X" do not, nor does a cause that follows.
 */
export function linkToCause(text: string, made: readonly Made[]): void {
  const main = made.find(({ clause }) => HANGS.has(clause.rule));
  const cause = made.find(
    ({ clause: { rule, start } }) =>
      rule === "taken-for-granted" &&
      main !== undefined &&
      start < main.clause.start &&
      CAUSE.test(text.slice(Math.max(0, start - 24), start)),
  );
  if (!cause) return;
  for (const { clause, links } of made)
    if (HANGS.has(clause.rule)) links.push({ kind: "depends-on", to: cause.key, attributes: {} });
}
