"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { useDifferenceWords } from "@/components/codebook/difference-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import type { Codebook } from "@/domain/codebook/codebook";
import type { TakenInCodebook } from "@/domain/codebook/codebook-answers";
import { differencesOf } from "@/domain/codebook/differences";

const shownAtMost = 40;

/** Reads a file and shows what it would change, before it goes into the draft. */
export function TakeIn({
  projectId,
  base,
  onTake,
}: {
  projectId: string;
  base: Codebook;
  onTake: (codebook: Codebook) => void;
}) {
  const t = useTranslations("codebook");
  const ask = useAsk();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<TakenInCodebook | null>(null);
  const choose = async (file: File | undefined) => {
    setRead(null);
    if (!file) return;
    const text = await file.text();
    setRead(await sending.send(() => ask("POST", `/projects/${projectId}/codebook/read`, { text })));
  };
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        setRead(null);
        sending.reset();
      }}
      title={t("takeIn")}
      description={t("takeInLead")}
      trigger={<Button icon={<Icon name="upload" />}>{t("takeIn")}</Button>}
      footer={
        read ? (
          <Button
            variant="primary"
            onClick={() => {
              onTake(read.codebook);
              setOpen(false);
            }}
          >
            {t("takeInNow")}
          </Button>
        ) : null
      }
    >
      <Field label={t("file")} hint={t("fileHint")}>
        <Input
          type="file"
          accept=".json,.conf,.xml,.txt,.qdc,.qde"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </Field>
      {sending.problem ? (
        <div className="flex flex-col gap-2">
          <ProblemNote problem={sending.problem} kept={t("kept")} />
          <ul className="list-disc ps-5 text-small">
            {sending.problem.errors?.map(({ field, reason }) => (
              <li key={`${field} ${reason}`}>{field === "text" ? reason : `${field}: ${reason}`}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {read ? <Found read={read} base={base} /> : null}
    </Dialog>
  );
}

function Found({ read, base }: { read: TakenInCodebook; base: Codebook }) {
  const t = useTranslations("codebook");
  const words = useDifferenceWords(read.codebook);
  const differences = differencesOf(base, read.codebook);
  return (
    <div className="flex flex-col gap-3 text-small" role="status">
      <p>{t("readAs", { format: t(`formats.${read.format}`) })}</p>
      {differences.length === 0 ? <p>{t("nothingChanged")}</p> : null}
      <ul className="list-disc ps-5">
        {differences.slice(0, shownAtMost).map((each) => (
          <li key={`${each.part} ${each.path.join("/")} ${each.did}`}>{words(each)}</li>
        ))}
        {differences.length > shownAtMost ? <li>{t("more", { count: differences.length - shownAtMost })}</li> : null}
      </ul>
      {read.left.length > 0 ? (
        <div>
          <p className="font-medium">{t("leftOut")}</p>
          <ul className="list-disc ps-5 text-ink-2">
            {read.left.slice(0, shownAtMost).map(({ line, what }) => (
              <li key={`${line} ${what}`}>{line === undefined ? what : `${t("line", { line })}: ${what}`}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
