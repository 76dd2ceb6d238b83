"use client";

import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th } from "@/components/ui/table";
import type { SuggestionSettings } from "@/domain/project/suggestion-settings";
import { acceptanceOf } from "@/domain/suggestion/acceptance";
import type { RuleAcceptance } from "@/domain/suggestion/rule-acceptance";
import { ruleName } from "@/domain/suggestion/rule-name";

type Said = SuggestionSettings["rules"];
const choices = ["auto", "on", "off"] as const;

/** What became of each rule's suggestions, and whether it is on: by what was decided, or because an editor says so. */
export function RuleTable({
  rules,
  said,
  onSay,
}: {
  rules: readonly RuleAcceptance[];
  said: Said;
  onSay: (said: Said) => void;
}) {
  const t = useTranslations("projects.suggestions");
  const words = useTranslations("panels.suggestions");
  if (rules.length === 0) return <p className="my-2 text-small text-ink-2">{t("noRules")}</p>;
  const nameOf = (rule: string) =>
    words.has(`rules.${rule}` as "rules.said") ? words(`rules.${rule}` as "rules.said") : rule;
  const say = (name: string, choice: string) => {
    const { [name]: _former, ...rest } = said;
    onSay(choice === "on" || choice === "off" ? { ...rest, [name]: choice } : rest);
  };
  return (
    <div className="my-2">
      <h3 className="mb-1 font-medium">{t("rules")}</h3>
      <p className="mb-2 text-small text-ink-2">{t("rulesLead")}</p>
      <Table caption={t("rules")}>
        <TableHead>
          <Th>{t("rule")}</Th>
          <Th numeric>{t("accepted")}</Th>
          <Th>{t("state")}</Th>
        </TableHead>
        <tbody>
          {rules.map((rule) => {
            const name = ruleName(rule);
            const { state } = acceptanceOf(rule, { rules: said });
            return (
              <tr key={name}>
                <Td>
                  {nameOf(rule.rule)}
                  {state === "off-by-itself" ? (
                    <span className="block text-tiny text-bad">{t("offByItself")}</span>
                  ) : null}
                </Td>
                <Td numeric>{t("share", { accepted: rule.accepted, decided: rule.accepted + rule.rejected })}</Td>
                <Td>
                  <Select
                    aria-label={t("stateOf", { rule: nameOf(rule.rule) })}
                    value={said[name] ?? "auto"}
                    onChange={({ target }) => say(name, target.value)}
                  >
                    {choices.map((choice) => (
                      <option key={choice} value={choice}>
                        {t(`choice.${choice}`)}
                      </option>
                    ))}
                  </Select>
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
