"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { sortShown } from "@/components/reader/decisions/sort-shown";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { useToast } from "@/components/ui/toast";
import type { TagId } from "@/domain/ids";

const decisions = ["accept", "return", "reject"] as const;

/** One decision on every tag that a narrowed list shows: first what it would do and what it leaves out, and why. */
export function DecideShown({ ids, onClose }: { ids: readonly TagId[]; onClose: () => void }) {
  const t = useTranslations("panels.decideShown");
  const tell = useToast();
  const session = useSession();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const me = useReader((state) => state.me.id);
  const twoPersons = useReader((state) => state.project.twoPersonRule);
  const reasons = useReader((state) => state.project.reasons);
  const [decision, setDecision] = useState<(typeof decisions)[number]>("accept");
  const [withLinks, setWithLinks] = useState(true);
  const [picked, setPicked] = useState("");
  const [words, setWords] = useState("");
  const needsReason = decision !== "accept";
  const reason = needsReason ? [picked, words.trim()].filter(Boolean).join(": ") : "";
  const { taken, decided, own } = sortShown({ annotations, relations }, ids, { decision, withLinks, me, twoPersons });

  const decide = () => {
    session.decideAlike(taken, decision, reason);
    tell({ title: t("done", { count: taken.length }), undo: () => session.undo() });
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title")}
      description={t("lead")}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="primary" disabled={taken.length === 0 || (needsReason && reason === "")} onClick={decide}>
            {t("do", { decision, count: taken.length })}
          </Button>
        </>
      }
    >
      <Segmented
        label={t("decision")}
        value={decision}
        options={decisions.map((value) => ({ value, label: t(`decisions.${value}`) }))}
        onChange={(value) => setDecision(value ?? "accept")}
      />
      <Checkbox label={t("links")} checked={withLinks} onChange={setWithLinks} />
      {needsReason ? (
        <>
          <Field label={t("reasonPick")}>
            <Select value={picked} onChange={({ target }) => setPicked(target.value)}>
              <option value="">{t("reasonOwn")}</option>
              {reasons.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("reason")}>
            <Textarea rows={2} maxLength={1500} value={words} onChange={({ target }) => setWords(target.value)} />
          </Field>
        </>
      ) : null}
      <div aria-live="polite" className="flex flex-col gap-1 rounded-2 bg-sunken px-3 py-2.5 text-small">
        <p className="font-medium">{t("would", { count: taken.length })}</p>
        {decided > 0 ? <p>{t("decided", { count: decided })}</p> : null}
        {own > 0 ? <p>{t("own", { count: own })}</p> : null}
      </div>
    </Dialog>
  );
}
