"use client";

import { useTranslations } from "use-intl";
import { useAgo } from "@/components/annotate/tags/ago";
import { usePersonName } from "@/components/annotate/tags/names";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { TwoVerdicts } from "@/components/reader/decisions/two-verdicts";
import { contentNow, differences } from "@/components/reader/inspector/differences";
import { Changed } from "@/components/reader/inspector/tag-history";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TagId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

/** Two people changed one tag: both versions, side by side, and the choice between them. Neither is lost. */
export function ConflictDialog({ asked, onClose }: { asked: TagId; onClose: () => void }) {
  const t = useTranslations("panels.conflict");
  const ago = useAgo();
  const desk = useDesk();
  const nameOf = usePersonName();
  const conflict = useReader((state) => state.conflicts.get(asked));
  if (!conflict) return null;
  const { ours, theirs, deciding } = conflict;
  const name = nameOf(theirs.updatedBy);
  const decided = theirs.state !== "open" && theirs.state !== "withdrawn";
  const decidedBy = decided && theirs.version === ours.version ? theirs.verdict?.by : undefined;
  const keep = (which: "ours" | "theirs") => {
    desk.settle(asked, which);
    onClose();
  };
  if (deciding) {
    return (
      <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={t("verdicts")}>
        <TwoVerdicts
          ours={ours}
          theirs={theirs}
          mine={deciding}
          onKeep={() => keep("theirs")}
          onOverrule={() => keep("ours")}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title")}
      description={
        theirs.id !== ours.id
          ? t("settled", { name })
          : decidedBy
            ? t("decidedMeanwhile", { name: nameOf(decidedBy), reason: quoted(theirs.verdict?.reason) })
            : t("lead", { name })
      }
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t("later")}
          </Button>
          <Button onClick={() => keep("theirs")}>{t("keepTheirs")}</Button>
          <Button variant="primary" onClick={() => keep("ours")}>
            {t("keepYours")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Side title={t("yours")} tag={ours} other={theirs} />
        <Side title={t("theirs", { name, when: ago(theirs.updatedAt) })} tag={theirs} other={ours} />
      </div>
    </Dialog>
  );
}

const quoted = (reason: string | undefined) => (reason ? `: “${reason}”` : "");

function Side({ title, tag, other }: { title: string; tag: Tag; other: Tag }) {
  const t = useTranslations("panels.conflict");
  const tAll = useTranslations("panels");
  const nameOf = usePersonName();
  const changed = differences(contentNow(other), contentNow(tag));
  return (
    <section className="flex flex-col gap-2 rounded-2 border border-line p-3 text-small">
      <h3 className="font-medium first-letter:uppercase">{title}</h3>
      {tag.type === "annotation" ? (
        <p dir="auto" className="font-serif">
          {wordsOf(tag)}
        </p>
      ) : null}
      {tag.state === "withdrawn" ? <p className="text-bad">{t("withdrawn")}</p> : null}
      {tag.verdict && tag.state !== "open" ? (
        <p>{t("decision", { decision: tAll(`decisions.${tag.verdict.decision}`), name: nameOf(tag.verdict.by) })}</p>
      ) : null}
      {changed.map((difference) => (
        <Changed key={difference.what} difference={difference} />
      ))}
      {changed.length === 0 ? <p className="text-ink-3">{t("same")}</p> : null}
    </section>
  );
}
