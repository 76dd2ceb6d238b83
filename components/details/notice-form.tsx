"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select, Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { noticeKinds } from "@/domain/event/event-values";
import type { ReportNotice } from "@/domain/event/evidence";
import type { ReportId } from "@/domain/ids";

/** Says that a report was corrected, retracted or has vanished, so that its claims stop counting in events. */
export function NoticeForm({
  reportId,
  notice,
  mayChange,
}: {
  reportId: ReportId;
  notice: ReportNotice | undefined;
  mayChange: boolean;
}) {
  const t = useTranslations("events.note");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [kind, setKind] = useState<string>(notice?.kind ?? "");
  const [on, setOn] = useState(notice?.on ?? "");
  const [words, setWords] = useState(notice?.words ?? "");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await sending.send(() =>
      kind === ""
        ? ask("DELETE", `/reports/${reportId}/notice`)
        : ask("PUT", `/reports/${reportId}/notice`, { kind, on, words }),
    );
    if (!done) return;
    toast({ title: t("saved") });
    router.refresh();
  }

  return (
    <section aria-labelledby="notice" className="space-y-4">
      <div>
        <h2 id="notice" className="headline text-lead">
          {t("title")}
        </h2>
        <p className="text-small text-ink-3">{t("lead")}</p>
      </div>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset disabled={!mayChange} className="space-y-4">
          {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
          <Field label={t("kind")}>
            <Select value={kind} onChange={({ target }) => setKind(target.value)}>
              <option value="">{t("none")}</option>
              {noticeKinds.map((each) => (
                <option key={each} value={each}>
                  {t(each)}
                </option>
              ))}
            </Select>
          </Field>
          {kind === "" ? null : (
            <>
              <Field label={t("on")} required error={sending.errorOf("on")}>
                <Input type="date" value={on} onChange={({ target }) => setOn(target.value)} />
              </Field>
              <Field label={t("words")} required error={sending.errorOf("words")}>
                <Textarea maxLength={2000} value={words} onChange={({ target }) => setWords(target.value)} />
              </Field>
            </>
          )}
          {mayChange ? (
            <Button type="submit" busy={sending.busy}>
              {t("save")}
            </Button>
          ) : null}
        </fieldset>
      </form>
    </section>
  );
}
