"use client";

import { useTranslations } from "use-intl";
import { Page } from "@/components/shell/page";
import { CreateToken } from "@/components/tokens/create-token";
import { TokenRow } from "@/components/tokens/token-row";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableHead, Th } from "@/components/ui/table";
import type { Token } from "@/domain/people/token";

/** The programs that work as this person, and the way to end each. */
export function TokensPage({ tokens }: { tokens: readonly Token[] }) {
  const t = useTranslations("tokens");
  return (
    <Page
      narrow
      title={t("title")}
      lead={t.rich("lead", {
        link: (words) => (
          <a key="api" className="link" href="/api/v1/openapi.json">
            {words}
          </a>
        ),
      })}
      actions={tokens.length > 0 ? <CreateToken /> : null}
    >
      {tokens.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={<CreateToken />}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Table caption={t("caption")}>
          <TableHead>
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
              <TokenRow key={token.id} token={token} />
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}
