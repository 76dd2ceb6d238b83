"use client";

import { useTranslations } from "use-intl";
import { ProseBox } from "@/components/prose/prose-box";
import { useCommentBox } from "@/components/reader/threads/use-comment-box";
import { useDraft, type Words } from "@/components/reader/threads/use-draft";
import { Button } from "@/components/ui/button";
import { plainOf, trimmed } from "@/domain/prose/plain";

/** A comment being written; what is begun stays on this device until it is sent or discarded. */
export function NewComment({
  draft,
  label,
  placeholder,
  onSend,
  onLeave,
  autoFocus = false,
}: {
  /** Under which name the draft is kept. */
  draft: string;
  label: string;
  placeholder: string;
  onSend: (words: Words) => void;
  /** Escape, and after what was begun was discarded. */
  onLeave?: () => void;
  autoFocus?: boolean;
}) {
  const t = useTranslations("panels.threads");
  const box = useCommentBox();
  const { words, put, kept } = useDraft(draft);
  const empty = (typeof words === "string" ? words : plainOf(words)).trim() === "";

  const send = () => {
    if (empty) return;
    onSend(typeof words === "string" ? words.trim() : trimmed(words));
    put("");
  };

  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ProseBox
        {...box}
        autoFocus={autoFocus}
        label={label}
        placeholder={placeholder}
        words={words}
        onWords={put}
        onSend={send}
        {...(onLeave ? { onLeave } : {})}
      />
      {empty ? null : (
        <div className="flex items-center gap-2">
          <Button size="small" variant="primary" type="submit">
            {t("send")}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              put("");
              onLeave?.();
            }}
          >
            {t("discard")}
          </Button>
          {kept ? <span className="text-tiny text-ink-3">{t("draft")}</span> : null}
        </div>
      )}
    </form>
  );
}
