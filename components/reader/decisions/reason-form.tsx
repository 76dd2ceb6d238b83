"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";

/** As many reasons as there are number keys. */
const KEYS = 9;

/** Why a tag goes back or goes: one of the project's reasons by its number, one's own words, or both. Enter sends. */
export function ReasonForm({
  decision,
  reasons,
  wish,
  onSend,
  onCancel,
}: {
  decision: "return" | "reject";
  reasons: readonly string[];
  /** A correction that was begun goes along. */
  wish: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
}) {
  const t = useTranslations("panels.review");
  const [picked, setPicked] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const reason = [picked, words.trim()].filter(Boolean).join(": ");
  const pick = (each: string) => setPicked((now) => (now === each ? null : each));
  const send = () => {
    if (reason !== "") onSend(reason);
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {wish ? <p className="text-ink-2">{t("wishGoesAlong")}</p> : null}
      <ReasonList reasons={reasons} picked={picked} onPick={pick} />
      <Field label={t("reason")} hint={decision === "return" ? t("reasonReturn") : t("reasonReject")}>
        <Textarea
          autoFocus
          rows={2}
          maxLength={1500}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.preventDefault();
              event.stopPropagation();
              onCancel();
            }
            const numbered = words === "" && /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
            if (numbered) {
              event.preventDefault();
              pick(numbered);
            }
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              send();
            }
          }}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button size="small" variant="primary" type="submit" disabled={reason === ""}>
          {t("send", { decision })}
        </Button>
      </div>
    </form>
  );
}

function ReasonList({
  reasons,
  picked,
  onPick,
}: {
  reasons: readonly string[];
  picked: string | null;
  onPick: (each: string) => void;
}) {
  const t = useTranslations("panels.review");
  return (
    <ul aria-label={t("reasons")} className="flex flex-wrap gap-1">
      {reasons.map((each, at) => (
        <li key={each}>
          <button
            type="button"
            aria-pressed={picked === each}
            onClick={() => onPick(each)}
            className="flex min-h-7 items-center gap-1.5 rounded-full border border-line px-2 text-start text-tiny text-ink-2 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
          >
            {at < KEYS ? <Kbd>{String(at + 1)}</Kbd> : null}
            <span dir="auto">{each}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
