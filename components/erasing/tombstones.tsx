"use client";

import { useTranslations } from "use-intl";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/values/when";
import type { Tombstone } from "@/domain/erasing/tombstone";

/** Who deleted what, when and why; nothing where nothing was deleted. */
export function Tombstones({ heading, stones }: { heading: string; stones: readonly Tombstone[] }) {
  const t = useTranslations("erasing");
  if (stones.length === 0) return null;
  return (
    <section aria-labelledby="deleted" className="mt-10 space-y-4 border-t border-line pt-6">
      <h2 id="deleted" className="headline text-lead">
        {heading}
      </h2>
      <Table caption={heading}>
        <TableHead>
          <Th>{t("title")}</Th>
          <Th>{t("reason")}</Th>
          <Th>{t("by")}</Th>
          <Th from="sm">{t("when")}</Th>
          <Th from="sm">{t("wentWith")}</Th>
        </TableHead>
        <tbody>
          {stones.map(({ id, title, reason, byName, at, counts }) => (
            <Tr key={id}>
              <Td>
                <bdi>{title}</bdi>
              </Td>
              <Td>
                <bdi>{reason}</bdi>
              </Td>
              <Td>
                <bdi>{byName}</bdi>
              </Td>
              <Td from="sm">
                <When value={at} />
              </Td>
              <Td from="sm">{counts.annotations + counts.links}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
