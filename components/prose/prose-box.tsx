"use client";

import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ProseEditorProps } from "@/components/prose/prose-editor";
import { Textarea } from "@/components/ui/input";
import { plainOf } from "@/domain/prose/plain";
import { commentSchema, noteSchema } from "@/domain/prose/schema";

/** Once it has come, it is there for every further box. */
let Editor: ComponentType<ProseEditorProps> | undefined;

/**
 * Where text with formatting is written. Its editor is fetched when somebody first goes in; until it has come, and where
 * it can't come, plain words are written all the same and go on in it.
 */
export function ProseBox({
  autoFocus = false,
  className,
  rows = 1,
  ...props
}: { autoFocus?: boolean; className?: string; rows?: number } & Omit<ProseEditorProps, "caret" | "form"> & {
    form?: "comment" | "note";
  }) {
  const { label, placeholder, words, onWords, onSend, onLeave } = props;
  const { longest } = props.form === "note" ? noteSchema : commentSchema;
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const [Shown, setShown] = useState(() => Editor);
  const [caret, setCaret] = useState<number | undefined>(autoFocus ? Number.POSITIVE_INFINITY : undefined);
  const formatted = typeof words !== "string";

  const exchange = useCallback(() => {
    if (composing.current) return;
    const { current } = field;
    // At once, so that no key falls between the two.
    flushSync(() => {
      if (current && document.activeElement === current) setCaret(current.selectionStart);
      setShown(() => Editor);
    });
  }, []);
  const fetchEditor = useCallback(() => {
    import("@/components/prose/prose-editor").then(
      (all) => {
        Editor = all.ProseEditor;
        exchange();
      },
      // Without a connection plain words have to do.
      () => undefined,
    );
  }, [exchange]);
  useEffect(() => {
    if (formatted || autoFocus) fetchEditor();
  }, [formatted, autoFocus, fetchEditor]);

  if (Shown) return <Shown {...props} caret={caret} />;
  return (
    <Textarea
      ref={field}
      rows={rows}
      autoFocus={autoFocus}
      aria-label={label}
      placeholder={placeholder}
      maxLength={longest}
      readOnly={formatted}
      className={`px-2.5 py-1 ${className ?? ""}`}
      value={formatted ? plainOf(words) : words}
      onFocus={fetchEditor}
      onPointerEnter={fetchEditor}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={() => {
        composing.current = false;
        if (Editor) exchange();
      }}
      onChange={({ target }) => onWords(target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && onSend) onSend();
        else if (event.key === "Escape" && onLeave) onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
