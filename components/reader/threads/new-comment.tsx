"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "@/components/annotate/use-desk";
import { CommentBox } from "@/components/reader/threads/comment-box";
import { Button } from "@/components/ui/button";

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
  onSend: (body: string) => void;
  autoFocus?: boolean;
}) {
  const t = useTranslations("panels.threads");
  const desk = useDesk();
  const [text, setText] = useState("");
  const [kept, setKept] = useState(false);
  const touched = useRef(false);

  useEffect(() => {
    let current = true;
    desk.drafts.read(draft).then(
      (found) => {
        if (!current || touched.current || found === "") return;
        setText(found);
        setKept(true);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [desk, draft]);

  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => {
      desk.drafts.write(draft, text).then(
        () => setKept(text.trim() !== ""),
        () => undefined,
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [desk, draft, text]);

  const send = () => {
    const body = text.trim();
    if (body === "") return;
    onSend(body);
    touched.current = true;
    setText("");
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
      <CommentBox
        autoFocus={autoFocus}
        label={label}
        placeholder={placeholder}
        text={text}
        onText={(next) => {
          touched.current = true;
          setText(next);
        }}
        onSend={send}
      />
      {text.trim() === "" ? null : (
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
