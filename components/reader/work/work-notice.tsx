"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { Assignment } from "@/domain/assignment/assignment";

/** What the one before says to whoever goes on: a hand-over's note, why a report came back, or that it is out of hand. */
export function WorkNotice({ own }: { own: Assignment | undefined }) {
  const t = useTranslations("readerWork");
  const people = useReader((state) => state.people);
  const [shown, setShown] = useState(true);
  if (!own || !shown) return null;
  const { state, note, assignedBy, origin } = own;
  const isIn = state === "submitted" || state === "in review";
  if (!isIn && state !== "returned" && note === "") return null;
  const by = origin === "hand-over" || state === "assigned" ? people.get(assignedBy)?.name : undefined;
  return (
    <aside className="mb-6 flex items-start gap-3 border-s-2 border-accent bg-accent-wash px-4 py-2.5 font-sans text-small">
      <div className="min-w-0 grow">
        {isIn ? <p className="font-medium">{t("handedInHere")}</p> : null}
        {state === "returned" ? <p className="font-medium">{t("cameBack")}</p> : null}
        {note && !isIn ? (
          <>
            <p className="text-ink-3">{by ? t("noteFrom", { name: by }) : t("noteHere")}</p>
            <p dir="auto" className="whitespace-pre-wrap">
              {note}
            </p>
          </>
        ) : null}
      </div>
      <IconButton label={t("dismiss")} icon={<Icon name="close" />} onClick={() => setShown(false)} />
    </aside>
  );
}
