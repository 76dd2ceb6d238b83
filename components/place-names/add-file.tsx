"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { PlaceNameFile } from "@/domain/job/place-name-file";

/** Sends one file as it is, and says while it goes and when it is here; how far it is read, its row says. */
export function AddFile({ onAdded }: { onAdded: (file: PlaceNameFile) => void }) {
  const t = useTranslations("people.placeNames");
  const ask = useAsk();
  const sending = useSending();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  async function send(file: File) {
    setName(file.name);
    const added = await sending.send(() => ask("PUT", `/place-name-files?name=${encodeURIComponent(file.name)}`, file));
    if (added) onAdded(added);
  }
  const said = sending.busy ? t("sending", { name }) : t("taken", { name });
  return (
    <div className="mb-6 space-y-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          icon={<Icon name="upload" />}
          busy={sending.busy}
          onClick={() => input.current?.click()}
        >
          {t("add")}
        </Button>
        <span className="text-small text-ink-3">{t("limit")}</span>
        <input
          ref={input}
          type="file"
          accept=".txt,.tsv,.csv,text/plain,text/csv"
          tabIndex={-1}
          aria-hidden="true"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void send(file);
            event.target.value = "";
          }}
        />
      </div>
      <p aria-live="polite" className="text-small text-ink-2 empty:hidden">
        {name !== "" && sending.problem === null ? said : null}
      </p>
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
    </div>
  );
}
