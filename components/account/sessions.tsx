"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { deviceIn } from "@/components/account/device-name";
import { useAsk } from "@/components/api/ask";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { SignIn } from "@/domain/people/session";

/** Every browser one is signed in with, and the way to end each. */
export function Sessions({ sessions }: { sessions: readonly SignIn[] }) {
  const t = useTranslations("account");
  return (
    <Table caption={t("sessionsCaption")}>
      <TableHead>
        <Th>{t("device")}</Th>
        <Th from="sm">{t("address")}</Th>
        <Th from="md">{t("seen")}</Th>
        <Th>
          <span className="sr-only">{t("end")}</span>
        </Th>
      </TableHead>
      <tbody>
        {sessions.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ session }: { session: SignIn }) {
  const t = useTranslations("account");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const device = deviceIn(session.userAgent) ?? t("unknownDevice");

  async function end() {
    const answer = await ask("DELETE", `/me/sessions/${session.id}`);
    if (!answer.ok) return toast({ tone: "bad", title: answer.problem.detail ?? api("unreachable") });
    toast({ title: t("ended", { device }) });
    router.refresh();
  }

  return (
    <Tr>
      <Td>
        <span className="flex flex-wrap items-center gap-2">
          {device} {session.current ? <Chip tone="green">{t("here")}</Chip> : null}
        </span>
      </Td>
      <Td from="sm" className="text-ink-2">
        {session.address}
      </Td>
      <Td from="md" className="whitespace-nowrap text-ink-2">
        <When value={session.seenAt} time />
      </Td>
      <Td className="text-end">
        {session.current ? null : (
          <Button size="small" aria-label={t("endOf", { device })} onClick={() => void end()}>
            {t("end")}
          </Button>
        )}
      </Td>
    </Tr>
  );
}
