"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { type Entry, enter } from "@/components/sign-in/enter";
import { EntryFrame } from "@/components/sign-in/entry-frame";
import { EntryProblem } from "@/components/sign-in/entry-problem";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The first steps behind a one-time link: how one is called, by which address, with which password. */
export function FollowLinkPage({
  secret,
  purpose,
  email: invited,
  name: known,
}: {
  secret: string;
  purpose: "set-up" | "invitation";
  /** The address that was invited; whoever sets up gives their own. */
  email: string | undefined;
  name: string | undefined;
}) {
  const t = useTranslations("signIn");
  const [refused, setRefused] = useState<Extract<Entry, { ok: false }> | null>(null);
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState(known ?? "");
  const [email, setEmail] = useState(invited ?? "");
  const [password, setPassword] = useState("");
  const first = purpose === "set-up";

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefused(null);
    const entry = await enter("link", { secret, name, email, password });
    if (entry.ok) {
      location.assign("/work");
      return;
    }
    setBusy(false);
    setRefused(entry);
  }

  return (
    <EntryFrame title={t(first ? "setUpTitle" : "joinTitle")} lead={t(first ? "setUpLead" : "joinLead")}>
      {refused ? <EntryProblem key={`${refused.code}${refused.waitSeconds ?? ""}`} refused={refused} /> : null}
      <form onSubmit={submit} className="space-y-4">
        <Field label={t("name")} required>
          <Input
            dir="auto"
            autoComplete="name"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("email")} required>
          <Input
            type="email"
            autoComplete="username"
            readOnly={invited !== undefined}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label={t("newPassword")} required hint={t("newPasswordHint")}>
          <Input
            type="password"
            autoComplete="new-password"
            maxLength={256}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
          {t(first ? "setUp" : "join")}
        </Button>
      </form>
    </EntryFrame>
  );
}
