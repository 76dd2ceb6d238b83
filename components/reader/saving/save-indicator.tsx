"use client";

import { type ComponentProps, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Saving } from "@/client/desk/desk";
import { useReader } from "@/components/annotate/use-desk";
import { useLeaving } from "@/components/reader/saving/use-leaving";
import { Later, part } from "@/components/ui/later";
import { clockWithSeconds } from "@/components/values/clock";
import type { TagId } from "@/domain/ids";

const saveDetails = part(() => import("@/components/reader/parts").then((all) => all.SaveDetails));
const conflictDialog = part(() => import("@/components/reader/parts").then((all) => all.ConflictDialog));

const lights: Record<Saving["state"], string> = {
  saved: "bg-ok",
  saving: "bg-ink-3 breathes",
  "on this device": "bg-wait",
  conflict: "bg-bad",
  refused: "bg-bad",
};

/** The truth about saving in a few words; more behind it, and what needs a person's choice. */
export function SaveIndicator() {
  const saving = useReader((state) => state.saving);
  const [choosing, setChoosing] = useState<TagId | null>(null);
  const [open, setOpen] = useState(false);
  useLeaving();

  return (
    <>
      <Later
        of={saveDetails}
        trigger={<Light saving={saving} />}
        open={open}
        onOpenChange={setOpen}
        onChoose={(id) => {
          setOpen(false);
          setChoosing(id);
        }}
        wanted={open}
        until={<Light saving={saving} aria-haspopup="dialog" aria-expanded={false} onClick={() => setOpen(true)} />}
      />
      {choosing ? <Later of={conflictDialog} asked={choosing} onClose={() => setChoosing(null)} /> : null}
    </>
  );
}

function Light({ saving, ...rest }: { saving: Saving } & ComponentProps<"button">) {
  const words = useWords(saving);
  return (
    <button
      type="button"
      data-saving={saving.state}
      {...rest}
      className="flex min-h-8 min-w-0 items-center gap-2 rounded-2 px-2 text-small whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink"
    >
      <span aria-hidden="true" className={`size-1.75 shrink-0 rounded-full ${lights[saving.state]}`} />
      <output
        className={`tabular-nums ${saving.state === "saved" ? "max-sm:sr-only" : "max-sm:max-w-20 max-sm:truncate"}`}
      >
        {words}
      </output>
    </button>
  );
}

function useWords(saving: Saving): string {
  const t = useTranslations("panels.saving");
  const format = useFormatter();
  switch (saving.state) {
    case "saved":
      return saving.at
        ? t("savedAt", {
            time: format.dateTime(new Date(saving.at), clockWithSeconds),
          })
        : t("saved");
    case "saving":
      return saving.waiting > 1 ? t("savingCount", { count: saving.waiting }) : t("saving");
    case "on this device":
      return t("device", { count: saving.waiting });
    case "conflict":
      return t("conflict", { count: saving.things.length });
    case "refused":
      return t("refused", { count: saving.things.length });
  }
}
