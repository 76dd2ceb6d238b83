import type { SuggestionSettings } from "@/domain/project/suggestion-settings";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import { ruleName } from "@/domain/suggestion/rule-name";

type Counted = Omit<RuleAcceptance, "state">;

/** Fewer decisions than these say nothing about a rule. */
const LEAST = 20;

/** A rule is mostly rejected when fewer than a third of its decided suggestions were accepted. */
export function acceptanceOf(counted: Counted, { rules }: Pick<SuggestionSettings, "rules">): RuleAcceptance {
  const said = rules[ruleName(counted)];
  const decided = counted.accepted + counted.rejected;
  const mostlyRejected = decided >= LEAST && counted.accepted * 3 < decided;
  return { ...counted, state: said ?? (mostlyRejected ? "off-by-itself" : "on") };
}

/** Whether a rule's suggestions are shown; one that nothing is known of is on, unless it was switched off. */
export function isOn(
  { engine, rule }: Pick<Counted, "engine" | "rule">,
  known: readonly RuleAcceptance[],
  { rules }: Pick<SuggestionSettings, "rules">,
): boolean {
  const found = known.find((each) => each.engine === engine && each.rule === rule);
  return (found?.state ?? rules[ruleName({ engine, rule })] ?? "on") === "on";
}
