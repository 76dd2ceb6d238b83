"use client";

import { useTranslations } from "use-intl";
import { Header } from "@/components/shell/header";
import { Page } from "@/components/shell/page";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";

/** Everything Glossator is built from and carries with it, and under which licence. */
export function LicencesPage({
  licences,
}: {
  licences: readonly { name: string; version: string; licence: string }[];
}) {
  const t = useTranslations("pages");
  return (
    <>
      <Header crumbs={[{ label: t("licencesTitle") }]} />
      <Page narrow title={t("licencesTitle")} lead={t("licencesLead")}>
        <p className="mb-2 max-w-prose text-ink-2">{t("fontsLead")}</p>
        <p className="mb-2 max-w-prose text-ink-2">{t("gazetteerLead")}</p>
        <p className="mb-6 max-w-prose text-ink-2">{t("mapLead")}</p>
        <Table caption={t("packagesCaption")}>
          <TableHead>
            <Th>{t("package")}</Th>
            <Th>{t("version")}</Th>
            <Th>{t("licence")}</Th>
          </TableHead>
          <tbody>
            {licences.map(({ name, version, licence }) => (
              <Tr key={`${name}@${version}`}>
                <Td className="py-1.5! break-all">{name}</Td>
                <Td className="py-1.5! wrap-anywhere">{version}</Td>
                <Td className="py-1.5! wrap-anywhere">{licence}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Page>
    </>
  );
}
