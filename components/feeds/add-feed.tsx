"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { feedKinds, feedPaces, feedTakes } from "@/domain/feed/feed-values";

const usual = { kind: "rss", name: "", address: "", take: "item", everyMinutes: "60", outlet: "" };

/** Has the project fed from somewhere. */
export function AddFeed({ projectId }: { projectId: string }) {
  const t = useTranslations("feeds");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [wish, setWish] = useState(usual);
  const set = (change: Partial<typeof usual>) => setWish((now) => ({ ...now, ...change }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { outlet, everyMinutes, ...rest } = wish;
    const body = { ...rest, everyMinutes: Number(everyMinutes), ...(outlet.trim() && { outlet }) };
    const made = await sending.send(() => ask("POST", `/projects/${projectId}/feeds`, body));
    if (!made) return;
    setWish(usual);
    toast({ title: t("added") });
    router.refresh();
  }

  return (
    <section aria-labelledby="add-feed" className="space-y-4">
      <h2 id="add-feed" className="headline text-lead">
        {t("add")}
      </h2>
      <form onSubmit={(event) => void submit(event)} className="max-w-xl space-y-4">
        {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
        <Field label={t("kind")}>
          <Select value={wish.kind} onChange={({ target }) => set({ kind: target.value })}>
            {feedKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("name")} required error={sending.errorOf("name")}>
          <Input value={wish.name} maxLength={200} onChange={({ target }) => set({ name: target.value })} />
        </Field>
        <Field label={t(wish.kind === "rss" ? "address" : "path")} required error={sending.errorOf("address")}>
          <Input
            value={wish.address}
            maxLength={2000}
            dir="ltr"
            onChange={({ target }) => set({ address: target.value })}
          />
        </Field>
        {wish.kind === "rss" ? (
          <Field label={t("take")} hint={t("takeHint")}>
            <Select value={wish.take} onChange={({ target }) => set({ take: target.value })}>
              {feedTakes.map((take) => (
                <option key={take} value={take}>
                  {t(`takes.${take}`)}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label={t("every")}>
          <Select value={wish.everyMinutes} onChange={({ target }) => set({ everyMinutes: target.value })}>
            {feedPaces.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t("everyMinutes", { minutes: String(minutes) })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("outlet")} hint={t("outletHint")} error={sending.errorOf("outlet")}>
          <Input value={wish.outlet} maxLength={300} onChange={({ target }) => set({ outlet: target.value })} />
        </Field>
        <Button type="submit" variant="primary" busy={sending.busy}>
          {t("save")}
        </Button>
      </form>
    </section>
  );
}
