"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Page } from "@/components/shell/page";
import { CreateToken } from "@/components/tokens/create-token";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
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
              <Row key={token.id} token={token} />
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}

function Row({ token }: { token: Token }) {
  const t = useTranslations("tokens");
  const values = useTranslations("values");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();

  async function revoke() {
    const answer = await ask("DELETE", `/tokens/${token.id}`);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    toast({ title: t("revoked", { name: token.name }) });
    router.refresh();
  }

  return (
    <Tr>
      <Td>
        <bdi className="font-medium">{token.name}</bdi>
        <span className="block text-ink-3">
          {t("created")} <When value={token.createdAt} />
        </span>
      </Td>
      <Td from="sm">
        <span className="flex flex-wrap gap-1">
          {token.scopes.map((scope) => (
            <Chip key={scope}>{values(`scope.${scope}`)}</Chip>
          ))}
        </span>
      </Td>
      <Td from="md" className="whitespace-nowrap">
        {token.usedAt ? <When value={token.usedAt} time /> : <span className="text-ink-3">{t("never")}</span>}
      </Td>
      <Td from="md" className="whitespace-nowrap">
        {token.expiresAt ? <When value={token.expiresAt} /> : <span className="text-ink-3">{t("never")}</span>}
      </Td>
      <Td className="text-end">
        <Button size="small" aria-label={t("revokeOf", { name: token.name })} onClick={() => void revoke()}>
          {t("revoke")}
        </Button>
      </Td>
    </Tr>
  );
}
