"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Saving } from "@/client/desk/desk";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { RefusedTray } from "@/components/reader/saving/refused-tray";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { TagId } from "@/domain/ids";

/** What saving is about just now: why something waits, what needs a choice, what was refused. */
export function SaveDetails({
  trigger,
  open,
  onOpenChange,
  onChoose,
}: {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (id: TagId) => void;
}) {
  const t = useTranslations("panels.saving");
  const desk = useDesk();
  const saving = useReader((state) => state.saving);
  const conflicts = useReader((state) => state.conflicts);
  const refused = useReader((state) => state.refused);
  return (
    <Popover
      label={t("details")}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      className="flex w-88 flex-col gap-3 text-small"
      trigger={trigger}
    >
      <Explanation saving={saving} onRetry={() => desk.retry()} />
      {[...conflicts.keys()].map((id) => (
        <Button key={id} size="small" variant="primary" onClick={() => onChoose(id)}>
          {t("conflict", { count: 1 })}
        </Button>
      ))}
      {refused.length > 0 ? <RefusedTray refused={refused} /> : null}
    </Popover>
  );
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
