"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { Feed } from "@/domain/feed/feed";

/** Reads a feed now, pauses it or lets it go on, deletes it. */
export function FeedDeeds({ feed: { id, projectId, name, paused, jobId } }: { feed: Feed }) {
  const t = useTranslations("feeds");
  const api = useTranslations("api");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const base = `/projects/${projectId}/feeds/${id}` as const;

  async function does(
    answer: Promise<{ ok: true } | { ok: false; problem: { detail?: string | undefined } }>,
    title: string,
  ) {
    setBusy(true);
    const answered = await answer;
    setBusy(false);
    toast(answered.ok ? { title } : { tone: "bad", title: answered.problem.detail ?? api("unreachable") });
    setAsking(false);
    router.refresh();
  }

  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button
        size="small"
        busy={busy || jobId !== undefined}
        onClick={() => void does(ask("POST", `${base}/run`), t("started"))}
      >
        {t("run")}
        <span className="sr-only">: {name}</span>
      </Button>
      <Button
        size="small"
        variant="quiet"
        busy={busy}
        onClick={() => void does(ask("PATCH", base, { paused: !paused }), t(paused ? "resumed" : "pausedToast"))}
      >
        {t(paused ? "resume" : "pause")}
        <span className="sr-only">: {name}</span>
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t("removeTitle", { name })}
        trigger={
          <Button size="small" variant="quiet">
            {t("remove")}
            <span className="sr-only">: {name}</span>
          </Button>
        }
        footer={
          <>
            <DialogClose>
              <Button>{t("cancel")}</Button>
            </DialogClose>
            <Button variant="danger" busy={busy} onClick={() => void does(ask("DELETE", base), t("removed"))}>
              {t("remove")}
            </Button>
          </>
        }
      >
        <p>{t("removeText")}</p>
      </Dialog>
    </div>
  );
}
