"use client";

import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Select } from "@/components/ui/input";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";

export type Option = { value: string; name: string };

type Row = { name: string; count: number };

/** A table of what files call things, each with what it becomes here. */
export function Mapping({
  title,
  lead,
  head,
  countHead,
  becomes,
  rows,
  options,
  value,
  onChange,
}: {
  title: string;
  lead: string;
  head: string;
  countHead: string;
  /** What the choice of a row is called. */
  becomes: (name: string) => string;
  rows: readonly Row[];
  options: (row: Row) => readonly Option[];
  value: (name: string) => string;
  onChange: (name: string, value: string) => void;
}) {
  const t = useTranslations("importAnnotated");
  const format = useFormatter();
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="headline text-lead">
        {title}
      </h3>
      <p className="text-small text-ink-2">{lead}</p>
      <Table caption={title}>
        <TableHead>
          <Th>{head}</Th>
          <Th numeric>{countHead}</Th>
          <Th>{t("becomes")}</Th>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.name}>
              <Td className="font-medium break-words">
                <bdi>{row.name}</bdi>
              </Td>
              <Td numeric className="tabular-nums">
                {format.number(row.count)}
              </Td>
              <Td>
                <Select
                  aria-label={becomes(row.name)}
                  value={value(row.name)}
                  onChange={(event) => onChange(row.name, event.target.value)}
                >
                  {options(row).map((each) => (
                    <option key={each.value} value={each.value}>
                      {each.name}
                    </option>
                  ))}
                </Select>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
