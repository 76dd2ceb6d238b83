"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Td, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { PersonToken, Token } from "@/domain/people/token";

/** One token, with whose it is where that is shown, and the way to end it. */
export function TokenRow({ token, person }: { token: Token; person?: Pick<PersonToken, "personName" | "email"> }) {
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
      {person ? (
        <Td>
          <bdi className="font-medium">{person.personName}</bdi>
          <span className="block break-all text-ink-3">{person.email}</span>
        </Td>
      ) : null}
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
        <Button
          size="small"
          aria-label={
            person
              ? t("revokeOfPerson", { name: token.name, person: person.personName })
              : t("revokeOf", { name: token.name })
          }
          onClick={() => void revoke()}
        >
          {t("revoke")}
        </Button>
      </Td>
    </Tr>
  );
}
