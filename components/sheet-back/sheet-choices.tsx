"use client";

import { useTranslations } from "use-intl";
import type { SheetChoice } from "@/components/sheet-back/use-sheet";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { geoPrecisions } from "@/domain/event/event-values";
import type { SheetCheck } from "@/domain/event/sheet-back/back";
import { targets } from "@/domain/event/sheet-back/columns";
import { coordinateBases } from "@/domain/gazetteer/place-values";

type Props = {
  check: SheetCheck;
  choice: SheetChoice;
  onChange: (choice: SheetChoice) => void;
  busy: boolean;
  onRecheck: () => void;
};

/** How a sheet is read: its dates, its columns, and what rows from before are taken for where they do not say it. */
export function SheetChoices({ check, choice, onChange, busy, onRecheck }: Props) {
  const t = useTranslations("sheetBack");
  return (
    <div className="space-y-8">
      {check.counts.legacy > 0 ? <LegacyChoices choice={choice} onChange={onChange} /> : null}
      <details>
        <summary className="cursor-pointer font-medium">{t("columns", { count: check.header.length })}</summary>
        <p className="mt-1 mb-3 text-small text-ink-3">{t("columnsLead")}</p>
        <Field label={t("days")}>
          <Select
            value={choice.days ?? ""}
            onChange={({ target: { value } }) =>
              onChange({ ...choice, days: value === "day first" || value === "month first" ? value : undefined })
            }
          >
            <option value="">{t("daysFound")}</option>
            <option value="day first">{t("dayFirst")}</option>
            <option value="month first">{t("monthFirst")}</option>
          </Select>
        </Field>
        <Columns check={check} choice={choice} onChange={onChange} />
        <Button className="mt-3" busy={busy} onClick={onRecheck}>
          {t("recheck")}
        </Button>
      </details>
    </div>
  );
}

function LegacyChoices({ choice, onChange }: Pick<Props, "choice" | "onChange">) {
  const t = useTranslations("sheetBack");
  const bases = useTranslations("events.coordinateBasis");
  return (
    <section aria-labelledby="legacy">
      <h2 id="legacy" className="headline text-lead">
        {t("legacyTitle")}
      </h2>
      <p className="mb-3 text-small text-ink-3">{t("legacyLead")}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t("as")}>
          <Select
            value={choice.as}
            onChange={({ target: { value } }) =>
              onChange({ ...choice, as: value === "accepted" ? "accepted" : "open" })
            }
          >
            <option value="open">{t("asOpen")}</option>
            <option value="accepted">{t("asAccepted")}</option>
          </Select>
        </Field>
        <Field label={t("geoPrecision")}>
          <Select
            value={choice.geoPrecision}
            onChange={({ target: { value } }) => onChange({ ...choice, geoPrecision: Number(value) })}
          >
            {geoPrecisions.map((each) => (
              <option key={each} value={each}>
                {t(`geo.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("basis")}>
          <Select
            value={choice.coordinateBasis}
            onChange={({ target: { value } }) => onChange({ ...choice, coordinateBasis: value })}
          >
            {coordinateBases.map((each) => (
              <option key={each} value={each}>
                {bases(each)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </section>
  );
}

function Columns({ check, choice, onChange }: Pick<Props, "check" | "choice" | "onChange">) {
  const t = useTranslations("sheetBack");
  return (
    <div className="mt-4">
      <Table caption={t("columns", { count: check.header.length })}>
        <TableHead>
          <Th>{t("column")}</Th>
          <Th from="sm">{t("example")}</Th>
          <Th>{t("target")}</Th>
        </TableHead>
        <tbody>
          {check.header.map(({ name, target, example }) => (
            <Tr key={name}>
              <Td>
                <bdi className="break-words">{name}</bdi>
              </Td>
              <Td from="sm">
                <bdi className="break-words text-ink-3">{example}</bdi>
              </Td>
              <Td>
                <Select
                  aria-label={t("targetOf", { column: name })}
                  value={(Object.hasOwn(choice.columns, name) ? choice.columns[name] : target) ?? ""}
                  onChange={({ target: { value } }) =>
                    onChange({ ...choice, columns: { ...choice.columns, [name]: value === "" ? null : value } })
                  }
                >
                  <option value="">{t("beside")}</option>
                  {targets.map((each) => (
                    <option key={each} value={each}>
                      {each === "former_id" ? t("formerId") : each}
                    </option>
                  ))}
                </Select>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
