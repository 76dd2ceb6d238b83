"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";

/** Changes the password, knowing the old one. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  return (
    <form
      className="max-w-md space-y-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const changed = await sending.send(async () => {
          const answer = await ask("POST", "/me/password", { current, next });
          return answer.ok ? { ok: true as const, value: true } : answer;
        });
        if (!changed) return;
        setCurrent("");
        setNext("");
        toast({ title: t("changed") });
        router.refresh();
      }}
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label={t("current")} required error={sending.errorOf("current")}>
        <Input
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field label={t("next")} required hint={t("nextHint")} error={sending.errorOf("next")}>
        <Input
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <Button type="submit" busy={sending.busy} disabled={!current || !next}>
        {t("change")}
      </Button>
    </form>
  );
}
