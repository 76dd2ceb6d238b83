"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import type { Comment } from "@/domain/discussion/thread";

/** One's own comment in other words. Escape leaves it as it was. */
export function EditComment({
  comment,
  onDone,
}: {
  comment: Pick<Comment, "body">;
  /** The new words, or null when nothing is to change. */
  onDone: (body: string | null) => void;
}) {
  const t = useTranslations("panels.threads");
  const cancel = useTranslations("ui")("cancel");
  const [body, setBody] = useState(comment.body);
  const keep = () => {
    const words = body.trim();
    if (words !== "") onDone(words === comment.body ? null : words);
  };
  return (
    <form
      className="mt-1 flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Textarea
        autoFocus
        rows={2}
        dir="auto"
        maxLength={10_000}
        aria-label={t("edit")}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onDone(null);
          }
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            keep();
          }
        }}
      />
      <div className="flex gap-2">
        <Button size="small" variant="primary" type="submit" disabled={body.trim() === ""}>
          {t("keep")}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onDone(null)}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
