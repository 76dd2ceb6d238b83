"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { DemoEntry } from "@/components/sign-in/demo-entry";
import { type Entry, enter, type Way } from "@/components/sign-in/enter";
import { EntryFrame } from "@/components/sign-in/entry-frame";
import { EntryProblem } from "@/components/sign-in/entry-problem";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The way in: by one's own account, or with one click where the demo is open. */
export function SignInPage({ demo, next }: { demo: boolean; next: string }) {
  const t = useTranslations("signIn");
  const [refused, setRefused] = useState<Extract<Entry, { ok: false }> | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  async function go(way: Way, fields: Record<string, string>, name: string) {
    if (busy) return;
    setBusy(name);
    setRefused(null);
    const entry = await enter(way, fields);
    if (entry.ok) {
      location.assign(next);
      return;
    }
    setBusy(null);
    setRefused(entry);
  }

  return (
    <EntryFrame title={t("title")}>
      {refused ? <EntryProblem key={`${refused.code}${refused.waitSeconds ?? ""}`} refused={refused} /> : null}
      {demo ? <DemoEntry busy={busy} onEnter={(as) => void go("demo", { as }, as)} /> : null}
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void go("credentials", { email, password }, "own");
        }}
        className="space-y-4"
      >
        <Field label={t("email")} required>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label={t("password")} required>
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button
          type="submit"
          variant={demo ? "plain" : "primary"}
          size="large"
          busy={busy === "own"}
          className="w-full"
        >
          {t("submit")}
        </Button>
      </form>
    </EntryFrame>
  );
}
