"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/annotate/use-desk";
import { ProseBox } from "@/components/prose/prose-box";
import { useCommentBox } from "@/components/reader/threads/use-comment-box";
import { Button } from "@/components/ui/button";
import { plainOf, trimmed } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

const PAUSE = 400;

/** A comment being written; what is begun stays on this device until it is sent or emptied. */
export function NewComment({
  draft,
  label,
  placeholder,
  onSend,
  autoFocus = false,
}: {
  /** Under which name the draft is kept. */
  draft: string;
  label: string;
  placeholder: string;
  onSend: (words: string | Prose) => void;
  autoFocus?: boolean;
}) {
  const t = useTranslations("panels.threads");
  const desk = useDesk();
  const box = useCommentBox();
  const [words, setWords] = useState<string | Prose>("");
  const empty = (typeof words === "string" ? words : plainOf(words)).trim() === "";
  const [kept, setKept] = useState(false);
  const touched = useRef(false);
  /** Written since a draft was last kept. */
  const unkept = useRef<string | Prose | null>(null);

  useEffect(() => {
    let current = true;
    desk.drafts.read(draft).then(
      (found) => {
        if (!current || touched.current || found === "") return;
        setWords(found);
        setKept(true);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [desk, draft]);

  const keep = useCallback(() => {
    const { current } = unkept;
    if (current === null) return;
    unkept.current = null;
    desk.drafts.write(draft, current).then(
      () => setKept(true),
      () => undefined,
    );
  }, [desk, draft]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further word begins the pause anew
  useEffect(() => {
    const timer = setTimeout(keep, PAUSE);
    return () => clearTimeout(timer);
  }, [keep, words]);
  // Whoever goes elsewhere at once finds every word again.
  useEffect(() => {
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      keep();
    };
  }, [keep]);

  const send = () => {
    if (empty) return;
    onSend(typeof words === "string" ? words.trim() : trimmed(words));
    touched.current = true;
    unkept.current = null;
    setWords("");
    setKept(false);
    desk.drafts.write(draft, "").catch(() => undefined);
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
        onWords={(next) => {
          touched.current = true;
          unkept.current = next;
          setWords(next);
        }}
        onSend={send}
      />
      {empty ? null : (
        <div className="flex items-center gap-2">
          <Button size="small" variant="primary" type="submit">
            {t("send")}
          </Button>
          {kept ? <span className="text-tiny text-ink-3">{t("draft")}</span> : null}
        </div>
      )}
    </form>
  );
}
