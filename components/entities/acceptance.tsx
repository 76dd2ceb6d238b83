"use client";

import { useTranslations } from "use-intl";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { Decided } from "@/domain/entity/entity-page";

const whats = ["mentions", "claims", "about"] as const;

/** How much of what leads to an entity or a place was decided on, and how much of that was accepted. */
export function Acceptance({ decided }: { decided: { [What in (typeof whats)[number]]?: Decided } }) {
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
          {whats.map((what) => {
            const counts = decided[what];
            if (!counts) return null;
            const { accepted, refused, open } = counts;
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
