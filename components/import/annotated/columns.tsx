"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { attributeOf, columnQuestion, columnTargets } from "@/domain/formats/table/targets";
import type { ImportCheck } from "@/domain/import/annotated";

type Ask = ImportCheck["asks"][number];

export const isColumn = ({ name }: Ask): boolean => name.startsWith(columnQuestion);

/** What each column of a table holds. Nothing that was changed counts before the files are checked again. */
export function Columns({
  asks,
  busy,
  onChanged,
  onRecheck,
}: {
  asks: readonly Ask[];
  busy: boolean;
  onChanged: (changed: boolean) => void;
  onRecheck: (answers: Record<string, string>) => void;
}) {
  const t = useTranslations("importAnnotated");
  const id = useId();
  const [said, setSaid] = useState<Record<string, string>>({});
  const columns = asks.filter(isColumn);
  if (columns.length === 0) return null;
  const answerTo = ({ name, answer }: Ask) => said[name] ?? answer;
  const change = (name: string, target: string) => {
    const now = { ...said, [name]: target };
    setSaid(now);
    onChanged(columns.some((each) => (now[each.name] ?? each.answer) !== each.answer));
  };
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h2 id={id} className="headline text-lead">
        {t("columns.title")}
      </h2>
      <p className="text-small text-ink-2">{t("columns.lead")}</p>
      <Table caption={t("columns.title")}>
        <TableHead>
          <Th>{t("columns.column")}</Th>
          <Th>{t("columns.examples")}</Th>
          <Th>{t("columns.holds")}</Th>
        </TableHead>
        <tbody>
          {columns.map((ask) => (
            <Column key={ask.name} ask={ask} value={answerTo(ask)} busy={busy} onChange={change} />
          ))}
        </tbody>
      </Table>
      <Button
        busy={busy}
        onClick={() => onRecheck(Object.fromEntries(asks.map((each) => [each.name, answerTo(each)])))}
      >
        {t("recheck")}
      </Button>
    </section>
  );
}

function Column({
  ask: { name, answers, examples = [] },
  value,
  busy,
  onChange,
}: {
  ask: Ask;
  value: string;
  busy: boolean;
  onChange: (name: string, target: string) => void;
}) {
  const t = useTranslations("importAnnotated");
  const column = name.slice(columnQuestion.length);
  const wordsOf = (target: string) => {
    const known = columnTargets.find((each) => each === target);
    if (known) return t(`columnTargets.${known}`);
    return target === "" ? t("columns.nothing") : t("columns.attribute", { name: attributeOf(target) ?? target });
  };
  return (
    <Tr>
      <Td className="font-medium break-words">
        <bdi>{column}</bdi>
      </Td>
      <Td className="text-small break-words text-ink-2">
        <bdi>{examples.join(" · ")}</bdi>
      </Td>
      <Td>
        <Select
          aria-label={t("columns.holdsOf", { column })}
          value={value}
          disabled={busy}
          onChange={(event) => onChange(name, event.target.value)}
        >
          {answers.map((each) => (
            <option key={each} value={each}>
              {wordsOf(each)}
            </option>
          ))}
        </Select>
      </Td>
    </Tr>
  );
}
