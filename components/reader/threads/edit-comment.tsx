"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ProseBox } from "@/components/prose/prose-box";
import { useCommentBox } from "@/components/reader/threads/use-comment-box";
import { Button } from "@/components/ui/button";
import { sentAs } from "@/domain/discussion/said";
import type { Comment } from "@/domain/discussion/thread";
import { plainOf, trimmed } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

/** One's own comment in other words. Escape leaves it as it was. */
export function EditComment({
  comment,
  onDone,
}: {
  comment: Pick<Comment, "body" | "prose">;
  /** The new words, or null when nothing is to change. */
  onDone: (words: string | Prose | null) => void;
}) {
  const t = useTranslations("panels.threads");
  const cancel = useTranslations("ui")("cancel");
  const box = useCommentBox();
  const [words, setWords] = useState<string | Prose>(comment.prose ?? comment.body);
  const empty = (typeof words === "string" ? words : plainOf(words)).trim() === "";
  const keep = () => {
    if (empty) return;
    const now = typeof words === "string" ? words.trim() : trimmed(words);
    onDone(isSame(now, comment) ? null : now);
  };
  return (
    <form
      className="mt-1 flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <ProseBox
        {...box}
        autoFocus
        rows={2}
        label={t("edit")}
        placeholder=""
        words={words}
        onWords={setWords}
        onSend={keep}
        onLeave={() => onDone(null)}
      />
      <div className="flex gap-2">
        <Button size="small" variant="primary" type="submit" disabled={empty}>
          {t("keep")}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onDone(null)}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}

const isSame = (words: string | Prose, { body, prose }: Pick<Comment, "body" | "prose">) =>
  JSON.stringify(sentAs(words)) === JSON.stringify(sentAs(prose ?? body));
