"use client";

import { useTranslations } from "use-intl";
import { Td } from "@/components/ui/table";
import type { SheetChangeRow } from "@/domain/event/sheet-back/back";

/** Two cells of a table: what an event has, and what the sheet does. */
export function BothValues({ was, becomes }: Pick<SheetChangeRow, "was" | "becomes">) {
  const t = useTranslations("sheetBack.review");
  const columns = Object.keys(becomes);
  return [was, becomes].map((values, side) => (
    <Td key={side === 0 ? "was" : "becomes"}>
      {columns.map((column) => (
        <span key={column} className="block break-words">
          {columns.length > 1 || side === 0 ? <span className="text-ink-3">{column}: </span> : null}
          {values[column] === null ? (
            <i className="text-ink-3">{t("blank")}</i>
          ) : (
            <bdi className={side === 1 ? "font-medium" : ""}>{values[column]}</bdi>
          )}
        </span>
      ))}
    </Td>
  ));
}
