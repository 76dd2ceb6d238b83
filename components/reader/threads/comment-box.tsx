"use client";

import { useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { initials } from "@/components/shell/initials";
import { Textarea } from "@/components/ui/input";
import { callBefore, meantBy, mentionOf } from "@/domain/notification/mentions";

const most = 6;

/** Where a comment is written. `@` offers the project's people: arrows choose, Enter or Tab takes, Escape goes on. */
export function CommentBox({
  label,
  placeholder,
  text,
  autoFocus,
  onText,
  onSend,
}: {
  label: string;
  placeholder: string;
  text: string;
  autoFocus: boolean;
  onText: (text: string) => void;
  onSend: () => void;
}) {
  const t = useTranslations("live");
  const list = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const known = useReader((state) => state.people);
  const me = useReader((state) => state.me.id);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<number | null>(null);

  const people = useMemo(
    () => [...known.values()].map(({ id, name, email = "" }) => ({ userId: id, name, email })),
    [known],
  );
  const call = callBefore(text, caret);
  const offered =
    call && call.from !== refused
      ? meantBy(
          call.words,
          people.filter(({ userId }) => userId !== me),
        ).slice(0, most)
      : [];
  const at = Math.min(chosen, offered.length - 1);

  const take = (index: number) => {
    const person = offered[index];
    if (!call || !person) return;
    const before = `${text.slice(0, call.from)}${mentionOf(person, people)} `;
    onText(before + text.slice(caret));
    setCaret(before.length);
    setChosen(0);
    requestAnimationFrame(() => box.current?.setSelectionRange(before.length, before.length));
  };

  return (
    <div className="relative">
      <Textarea
        ref={box}
        rows={1}
        autoFocus={autoFocus}
        aria-label={label}
        placeholder={placeholder}
        maxLength={10_000}
        className="px-2.5 py-1"
        value={text}
        aria-autocomplete="list"
        {...(offered.length > 0 ? { "aria-controls": list, "aria-activedescendant": `${list}-${at}` } : {})}
        onChange={({ target }) => {
          onText(target.value);
          setCaret(target.selectionStart);
          setChosen(0);
          setRefused(null);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={() => setRefused(call?.from ?? null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (offered.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            const way = event.key === "ArrowDown" ? 1 : -1;
            setChosen((at + way + offered.length) % offered.length);
          } else if (offered.length > 0 && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey) take(at);
          else if (offered.length > 0 && event.key === "Escape") {
            event.stopPropagation();
            setRefused(call?.from ?? null);
          } else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSend();
          else return;
          event.preventDefault();
        }}
      />
      {offered.length > 0 ? (
        <div
          id={list}
          role="listbox"
          aria-label={t("mention")}
          className="absolute inset-bs-full start-0 z-20 mt-1 w-full max-w-72 overflow-hidden rounded-2 border border-line-strong bg-surface py-1 shadow-2"
        >
          {offered.map((person, index) => (
            <div
              key={person.userId}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={`flex cursor-pointer items-center gap-2 px-2.5 py-1.5 ${index === at ? "bg-accent-wash" : "hover:bg-hover"}`}
              onPointerDown={(event) => {
                event.preventDefault();
                take(index);
              }}
            >
              <span
                aria-hidden="true"
                className="grid size-6 shrink-0 place-items-center rounded-full bg-place-wash text-tiny text-place"
              >
                {initials(person.name)}
              </span>
              <span className="min-w-0">
                <bdi className="block truncate">{person.name}</bdi>
                <bdi className="block truncate text-tiny text-ink-3">{person.email}</bdi>
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
