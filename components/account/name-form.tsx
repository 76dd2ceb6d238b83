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

/** How one is called here. */
export function NameForm({ name: known }: { name: string }) {
  const t = useTranslations("account");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [name, setName] = useState(known);
  return (
    <form
      className="max-w-md space-y-4"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await sending.send(() => ask("PATCH", "/me", { name })))) return;
        toast({ title: t("saved") });
        router.refresh();
      }}
    >
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      <Field label={t("name")} required hint={t("nameHint")} error={sending.errorOf("name")}>
        <Input
          dir="auto"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Button type="submit" busy={sending.busy} disabled={name.trim() === "" || name === known}>
        {t("save")}
      </Button>
    </form>
  );
}
