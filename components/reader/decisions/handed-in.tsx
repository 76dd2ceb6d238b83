"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useSession } from "@/components/reader/session/use-session";
import { usePersonName } from "@/components/reader/tags/names";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { Assignment } from "@/domain/assignment/assignment";

/** Whose work on this report is under review: it goes back as a whole with a note, or is done. */
export function HandedIn() {
  const t = useTranslations("panels.handedIn");
  const tell = useToast();
  const session = useSession();
  const nameOf = usePersonName();
  const [work, setWork] = useState<readonly Assignment[]>([]);
  const [returning, setReturning] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const { report } = session.getState();

  useEffect(() => {
    let current = true;
    void session.ask("GET", `/reports/${report.id}/assignments`).then((answer) => {
      // The shape of this address's answer, which our own server keeps.
      if (current && answer.kind === "ok") setWork((answer.body as { items: readonly Assignment[] }).items);
    });
    return () => {
      current = false;
    };
  }, [session, report.id]);

  const under = work.filter(({ state }) => state === "submitted" || state === "in review");
  if (under.length === 0) return null;

  const bring = async (userId: string, state: "returned" | "closed") => {
    const body = { state, ...(state === "returned" && note.trim() !== "" ? { note: note.trim() } : {}) };
    const answer = await session.ask("PUT", `/reports/${report.id}/assignments/${userId}`, body);
    if (answer.kind !== "ok") {
      tell({ tone: "bad", title: (answer.kind === "problem" && answer.problem.detail) || t("failed") });
      return;
    }
    setWork((before) => before.map((each) => (each.userId === userId ? (answer.body as Assignment) : each)));
    setReturning(null);
    setNote("");
    tell({ title: t(state, { name: nameOf(userId) }) });
  };

  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-t border-line pt-2">
      {under.map(({ userId }) =>
        returning === userId ? (
          <form
            key={userId}
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void bring(userId, "returned");
            }}
          >
            <Field label={t("note", { name: nameOf(userId) })} optional>
              <Textarea
                autoFocus
                rows={2}
                maxLength={2000}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            </Field>
            <div className="flex justify-end gap-2">
              <Button size="small" variant="quiet" onClick={() => setReturning(null)}>
                {t("cancel")}
              </Button>
              <Button size="small" variant="primary" type="submit">
                {t("return")}
              </Button>
            </div>
          </form>
        ) : (
          <div key={userId} className="flex flex-wrap items-center gap-1.5">
            <span className="grow text-ink-2">{t("by", { name: nameOf(userId) })}</span>
            <Button size="small" onClick={() => setReturning(userId)}>
              {t("return")}
            </Button>
            <Button size="small" onClick={() => void bring(userId, "closed")}>
              {t("close")}
            </Button>
          </div>
        ),
      )}
    </section>
  );
}
