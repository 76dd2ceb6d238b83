"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { type About, isAbout } from "@/components/reader/threads/about";
import { NewComment } from "@/components/reader/threads/new-comment";
import { ThreadCard } from "@/components/reader/threads/thread-card";

/** The discussion of one thing, open threads first, and a place to begin another. On the report: all that hang on no tag. */
export function Threads({ about, writing = false }: { about: About; writing?: boolean }) {
  const t = useTranslations("panels.threads");
  const desk = useDesk();
  const threads = useReader((state) => state.threads);
  const mayDiscuss = useReader((state) => state.me.mayDiscuss);
  const asked = useReader((state) => state.openThread);
  const shown = useMemo(
    () =>
      [...threads.values()]
        .filter((thread) => isAbout(thread, about))
        .toSorted(
          (a, b) => Number(a.state === "resolved") - Number(b.state === "resolved") || a.at.localeCompare(b.at),
        ),
    [threads, about],
  );
  const count = shown.reduce((sum, { comments }) => sum + comments.length, 0);
  const key = about.on === "tag" ? about.tagId : about.on;

  return (
    <section className="flex flex-col gap-2">
      <h2 className="eyebrow mt-4">{count > 0 ? t("titleCount", { count }) : t("title")}</h2>
      {shown.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} asked={thread.id === asked} />
      ))}
      {mayDiscuss ? (
        <NewComment
          key={writing ? "writing" : "quiet"}
          autoFocus={writing}
          draft={`new:${desk.getState().report.id}:${key}`}
          label={t("new")}
          placeholder={about.on === "report" ? t("ofReport") : t("placeholder")}
          onSend={(words) => {
            desk.discuss(about, words);
          }}
        />
      ) : shown.length > 0 ? (
        <p className="text-tiny text-ink-3">{t("cannot")}</p>
      ) : null}
    </section>
  );
}
