"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormFooter } from "@/components/ui/form-footer";
import { Icon } from "@/components/ui/icon";
import { Input, Select } from "@/components/ui/input";
import { type Scope, scopes } from "@/domain/access/actor";

const lifetimes = [30, 90, 365] as const;

/** Makes a token and shows it this once. */
export function CreateToken() {
  const t = useTranslations("tokens");

  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>(["read"]);
  const [days, setDays] = useState("90");
  const [secret, setSecret] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { name, scopes: chosen, ...(days ? { expiresInDays: Number(days) } : {}) };
    const made = await sending.send(() => ask("POST", "/tokens", body));
    if (made) setSecret(made.token);
  }

  return (
    <Dialog
      onOpenChange={(open) => {
        if (open) return;
        sending.reset();
        if (secret === null) return;
        setSecret(null);
        setName("");
        router.refresh();
      }}
      title={t(secret ? "shownTitle" : "createTitle")}
      description={t(secret ? "shownLead" : "createLead")}
      trigger={
        <Button variant="primary" icon={<Icon name="add" />}>
          {t("create")}
        </Button>
      }
      footer={
        secret ? (
          <DialogClose>
            <Button variant="primary">{t("done")}</Button>
          </DialogClose>
        ) : (
          <FormFooter form="create-token" busy={sending.busy} disabled={chosen.length === 0}>
            {t("submitCreate")}
          </FormFooter>
        )
      }
    >
      {secret ? (
        <CopyField label={name} value={secret} copy={t("copy")} copied={t("copied")} />
      ) : (
        <form id="create-token" onSubmit={submit} className="flex flex-col gap-4">
          {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
          <Field label={t("name")} required error={sending.errorOf("name")}>
            <Input dir="auto" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <ScopeTicks chosen={chosen} onChange={setChosen} />
          <Field label={t("expiry")} error={sending.errorOf("expiresInDays")}>
            <Select value={days} onChange={(event) => setDays(event.target.value)}>
              {lifetimes.map((each) => (
                <option key={each} value={each}>
                  {t("days", { days: each })}
                </option>
              ))}
              <option value="">{t("noExpiry")}</option>
            </Select>
          </Field>
        </form>
      )}
    </Dialog>
  );
}

function ScopeTicks({ chosen, onChange }: { chosen: readonly Scope[]; onChange: (scopes: readonly Scope[]) => void }) {
  const t = useTranslations("tokens");
  const values = useTranslations("values");
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{t("scopes")}</legend>
      {scopes.map((scope) => (
        <Checkbox
          key={scope}
          label={values(`scope.${scope}`)}
          hint={values(`scopeMay.${scope}`)}
          checked={chosen.includes(scope)}
          onChange={(on) => onChange(scopes.filter((each) => (each === scope ? on : chosen.includes(each))))}
        />
      ))}
    </fieldset>
  );
}
