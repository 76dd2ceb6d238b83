"use client";

import { useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { TokenRow } from "@/components/tokens/token-row";
import { EmptyState } from "@/components/ui/empty-state";
import { Paging, pageAt } from "@/components/ui/paging";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { PersonToken } from "@/domain/people/token";

const base = "/people/tokens";

/** The tokens of everybody in the workspace, for its admins, and the way to end each. */
export function PeoplesTokensPage({
  tokens,
  next,
  paged,
}: {
  tokens: readonly PersonToken[];
  next: string | undefined;
  paged: boolean;
}) {
  const t = useTranslations("tokens");
  return (
    <Page title={t("everybodysTitle")} lead={t("everybodysLead")}>
      {tokens.length === 0 ? (
        <EmptyState title={t("everybodysEmptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <Table caption={t("everybodysCaption")}>
          <TableHead>
            <Th>{t("person")}</Th>
            <Th>{t("name")}</Th>
            <Th from="sm">{t("scopes")}</Th>
            <Th from="md">{t("used")}</Th>
            <Th from="md">{t("expires")}</Th>
            <Th>
              <span className="sr-only">{t("deeds")}</span>
            </Th>
          </TableHead>
          <tbody>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} person={token} />
            ))}
          </tbody>
        </Table>
      )}
      <Paging label={t("pages")} first={paged ? base : undefined} next={next && pageAt(base, next)} byTime />
    </Page>
  );
}
