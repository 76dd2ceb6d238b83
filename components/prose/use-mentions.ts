"use client";

import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { useState } from "react";
import type { Person } from "@/components/prose/person";
import { meantBy, mentionOf } from "@/domain/discussion/mentions";
import { callAtCaret } from "@/editor/prose/caret";

const most = 6;

/** Who is offered for the `@…` before the caret, and what keys do while somebody is: arrows choose, Enter or Tab takes. */
export function useMentions(editor: Editor, people: readonly Person[]) {
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<number | null>(null);
  const call = useEditorState({
    editor,
    selector: ({ editor: { state, isFocused } }) => (isFocused ? (callAtCaret(state) ?? null) : null),
  });
  // Another `@` is another call, even where the refused one was.
  if (!call && refused !== null) setRefused(null);
  const offered = call && call.from !== refused ? meantBy(call.words, people).slice(0, most) : [];
  const at = Math.min(chosen, offered.length - 1);

  const take = (person: Person) => {
    if (!call) return;
    const attrs = { userId: person.userId, label: mentionOf(person, people).slice(1) };
    const { from, to } = call;
    editor
      .chain()
      .insertContentAt({ from, to }, [
        { type: "mention", attrs },
        { type: "text", text: " " },
      ])
      .run();
    editor.view.focus();
    setChosen(0);
  };

  /** True when the key was for the people offered. */
  const press = (event: KeyboardEvent): boolean => {
    const person = offered[at];
    if (!person || event.ctrlKey || event.metaKey) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setChosen((at + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length);
    } else if (event.key === "Enter" || event.key === "Tab") take(person);
    else if (event.key === "Escape") setRefused(call?.from ?? null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offered, at, take, press };
}
