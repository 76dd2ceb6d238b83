"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ConflictDialog } from "@/components/reader/saving/conflict-dialog";
import { RefusedTray } from "@/components/reader/saving/refused-tray";
import { useLeaving } from "@/components/reader/saving/use-leaving";
import type { Saving } from "@/components/reader/session/session";
import { useReader, useSession } from "@/components/reader/session/use-session";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { TagId } from "@/domain/ids";

const lights: Record<Saving["state"], string> = {
  saved: "bg-ok",
  saving: "bg-ink-3 breathes",
  "on this device": "bg-wait",
  conflict: "bg-bad",
  refused: "bg-bad",
};

/** The truth about saving in a few words; more behind it, and what needs a person's choice. */
export function SaveIndicator() {
  const t = useTranslations("panels.saving");
  const session = useSession();
  const saving = useReader((state) => state.saving);
  const conflicts = useReader((state) => state.conflicts);
  const refused = useReader((state) => state.refused);
  const [choosing, setChoosing] = useState<TagId | null>(null);
  const [open, setOpen] = useState(false);
  const words = useWords(saving);
  useLeaving();

  return (
    <>
      <Popover
        label={t("details")}
        align="end"
        open={open}
        onOpenChange={setOpen}
        className="flex w-88 flex-col gap-3 text-small"
        trigger={
          <button
            type="button"
            data-saving={saving.state}
            className="flex min-h-8 items-center gap-2 rounded-2 px-2 text-small whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink"
          >
            <span aria-hidden="true" className={`size-1.75 shrink-0 rounded-full ${lights[saving.state]}`} />
            <output className="tabular-nums">{words}</output>
          </button>
        }
      >
        <Explanation saving={saving} onRetry={() => session.retry()} />
        {[...conflicts.keys()].map((id) => (
          <Button
            key={id}
            size="small"
            variant="primary"
            onClick={() => {
              setOpen(false);
              setChoosing(id);
            }}
          >
            {t("conflict", { count: 1 })}
          </Button>
        ))}
        {refused.length > 0 ? <RefusedTray refused={refused} /> : null}
      </Popover>
      <ConflictDialog asked={choosing} onClose={() => setChoosing(null)} />
    </>
  );
}

function useWords(saving: Saving): string {
  const t = useTranslations("panels.saving");
  const format = useFormatter();
  switch (saving.state) {
    case "saved":
      return saving.at
        ? t("savedAt", {
            time: format.dateTime(new Date(saving.at), {
              hour: "2-digit",
              minute: "2-digit",
              second: "2-digit",
              hourCycle: "h23",
            }),
          })
        : t("saved");
    case "saving":
      return saving.waiting > 1 ? t("savingCount", { count: saving.waiting }) : t("saving");
    case "on this device":
      return t("device", { count: saving.waiting });
    case "conflict":
      return t("conflict", { count: saving.tagIds.length });
    case "refused":
      return t("refused", { count: saving.tagIds.length });
  }
}

function Explanation({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const t = useTranslations("panels.saving");
  if (saving.state === "saved") return <p>{t("allSaved")}</p>;
  if (saving.state === "saving") return <p>{t("inFlight")}</p>;
  if (saving.state !== "on this device") return null;
  const here = `${window.location.pathname}${window.location.search}`;
  return (
    <div className="flex flex-col gap-2">
      <p>{saving.why === "signed-out" ? t("signedOut") : t(saving.why)}</p>
      <div className="flex gap-2">
        {saving.why === "signed-out" ? (
          <a className="link" href={`/sign-in?next=${encodeURIComponent(here)}`}>
            {t("signIn")}
          </a>
        ) : null}
        <Button size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      </div>
    </div>
  );
}
