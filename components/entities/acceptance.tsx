"use client";

import { useTranslations } from "use-intl";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { EntityPage } from "@/domain/entity/entity-page";

/** How much of what leads to an entity was decided on, and how much of that was accepted. */
export function Acceptance({ decided }: { decided: EntityPage["decided"] }) {
  const t = useTranslations("entities.acceptance");
  return (
    <section aria-labelledby="acceptance">
      <h2 id="acceptance" className="headline mb-3 text-lead">
        {t("title")}
      </h2>
      <Table caption={t("title")}>
        <TableHead>
          <Th>{t("what")}</Th>
          <Th numeric>{t("decided")}</Th>
          <Th numeric>{t("accepted")}</Th>
          <Th numeric>{t("open")}</Th>
        </TableHead>
        <tbody>
          {(["mentions", "claims", "about"] as const).map((what) => {
            const { accepted, refused, open } = decided[what];
            return (
              <Tr key={what}>
                <Td>{t(what)}</Td>
                <Td numeric>{accepted + refused}</Td>
                <Td numeric>{accepted}</Td>
                <Td numeric>{open}</Td>
              </Tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
