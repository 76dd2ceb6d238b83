"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import type { AssignedMany } from "@/domain/assignment/assignment";

const ways = ["everybody", "evenly"] as const;
type Way = (typeof ways)[number];

/** What everybody has to do already, in reports and words. */
function useLoad(
  path: `/projects/${string}/assignments`,
  reports: readonly string[],
  people: readonly { id: string }[],
) {
  const ask = useAsk();
  const [load, setLoad] = useState<ReadonlyMap<string, { reports: number; words: number }>>(new Map());
  const question = JSON.stringify({ reports, people: people.map(({ id }) => id), preview: true });
  useEffect(() => {
    let wanted = true;
    void ask("POST", path, JSON.parse(question)).then((answer) => {
      if (!wanted || !answer.ok) return;
      const { people: all } = answer.value;
      setLoad(
        new Map(all.map(({ userId, waiting, waitingWords }) => [userId, { reports: waiting, words: waitingWords }])),
      );
    });
    return () => {
      wanted = false;
    };
  }, [ask, path, question]);
  return load;
}

/** What the assignment would make; null as long as nobody is chosen. */
function usePreview(path: `/projects/${string}/assignments`, wish: string): AssignedMany | null {
  const ask = useAsk();
  const [preview, setPreview] = useState<AssignedMany | null>(null);
  useEffect(() => {
    let wanted = true;
    const asked: { people: string[] } = JSON.parse(wish);
    if (asked.people.length === 0) return setPreview(null);
    void ask("POST", path, { ...asked, preview: true }).then((answer) => {
      if (wanted) setPreview(answer.ok ? answer.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [ask, path, wish]);
  return preview;
}

/** Gives the chosen reports to people, all to each or evenly, after saying what that would be. */
export function AssignDialog({
  projectId,
  reports,
  people,
  onClose,
  onDone,
}: {
  projectId: string;
  reports: readonly string[];
  people: readonly { id: string; name: string }[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("reports");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  const [to, setTo] = useState<readonly string[]>([]);
  const [how, setHow] = useState<Way>("evenly");
  const [each, setEach] = useState(1);
  const [note, setNote] = useState("");
  const path = `/projects/${projectId}/assignments` as const;
  const load = useLoad(path, reports, people);
  const wish = JSON.stringify({ reports, people: to, how, each });
  const preview = usePreview(path, wish);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await sending.send(() => ask("POST", path, { ...JSON.parse(wish), note }));
    if (!done) return;
    toast({ title: t("assignedMany", { count: done.made }) });
    onClose();
    onDone();
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("assignTitle", { count: reports.length })}
      description={t("assignLead")}
      footer={
        <Button
          variant="primary"
          type="submit"
          form="assign"
          busy={sending.busy}
          disabled={!preview || preview.made === 0}
        >
          {t("assignSubmit")}
        </Button>
      }
    >
      <form id="assign" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
        <PeopleTicks people={people} load={load} chosen={to} onChange={setTo} />
        <HowField value={how} onChange={setHow} each={each} onEach={setEach} />
        <Field label={t("note")} optional>
          <Textarea rows={2} value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
        </Field>
        <Shares preview={preview} people={people} />
      </form>
    </Dialog>
  );
}

/** What the assignment would make, person by person. */
function Shares({
  preview,
  people,
}: {
  preview: AssignedMany | null;
  people: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("reports");
  return (
    <div aria-live="polite" className="text-small text-ink-2">
      {preview ? (
        <>
          <p>
            {t("wouldMake", { made: preview.made })}{" "}
            {preview.already > 0 ? t("alreadyThere", { already: preview.already }) : null}
          </p>
          <ul className="mt-1">
            {preview.people.map(({ userId, made, words, waitingWords }) => (
              <li key={userId}>
                {t("share", {
                  name: people.find(({ id }) => id === userId)?.name ?? "–",
                  made,
                  words,
                  all: words + waitingWords,
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Whether everybody gets every report, or each report goes to so many people. */
function HowField({
  value,
  onChange,
  each,
  onEach,
}: {
  value: Way;
  onChange: (how: Way) => void;
  each: number;
  onEach: (value: number) => void;
}) {
  const t = useTranslations("reports");
  return (
    <>
      <Field label={t("how")}>
        <Segmented
          label={t("how")}
          value={value}
          options={ways.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => onChange(value ?? value)}
        />
      </Field>
      {value === "evenly" ? (
        <Field label={t("each")}>
          <Input
            type="number"
            min={1}
            max={20}
            value={each}
            onChange={({ target }) => onEach(Math.min(20, Math.max(1, Number(target.value) || 1)))}
          />
        </Field>
      ) : null}
    </>
  );
}

/** Who may be chosen, each with what they have to do already. */
function PeopleTicks({
  people,
  load,
  chosen,
  onChange,
}: {
  people: readonly { id: string; name: string }[];
  load: ReadonlyMap<string, { reports: number; words: number }>;
  chosen: readonly string[];
  onChange: (value: readonly string[]) => void;
}) {
  const t = useTranslations("reports");
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{t("people")}</legend>
      <div className="max-h-52 overflow-y-auto rounded-2 border border-line px-3 py-1">
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<bdi>{name}</bdi>}
            hint={t("load", load.get(id) ?? { reports: 0, words: 0 })}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
