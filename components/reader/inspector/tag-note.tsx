"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { NoteField } from "@/components/prose/note-field";
import { NoteText } from "@/components/prose/note-text";
import { PAUSE } from "@/components/reader/inspector/fields";
import { same } from "@/domain/change/content";
import { type Note, noteOf } from "@/domain/prose/note";
import { proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

type Written = string | Prose;
type Change = { note: string | undefined; noteProse: Prose | undefined };

/** The note of a tag or a link: kept after a pause, on leaving it, and when it goes away. */
export function TagNote({
  label,
  said,
  disabled,
  rows,
  onChange,
}: {
  label: string;
  said: Note;
  disabled: boolean;
  rows?: number;
  onChange: (change: Change) => void;
}) {
  const { note = "", noteProse } = said;
  const [written, setWritten] = useState<Written | null>(null);
  const latest = useRef<Written | null>(null);
  const flush = useEffectEvent(() => {
    const change = changeOf(said, latest.current);
    latest.current = null;
    if (change) onChange(change);
  });
  useEffect(() => {
    if (written === null) return;
    const timer = setTimeout(() => {
      flush();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [written]);
  useEffect(() => () => flush(), []);

  if (disabled) return note === "" ? null : <Shown label={label} prose={noteProse ?? proseOf(note)} />;
  return (
    <NoteField
      label={label}
      rows={rows}
      words={written ?? noteProse ?? note}
      onWords={(words) => {
        latest.current = words;
        setWritten(words);
      }}
      onLeave={() => {
        const change = changeOf(said, latest.current);
        latest.current = null;
        setWritten(null);
        if (change) onChange(change);
      }}
    />
  );
}

function changeOf({ note, noteProse }: Note, written: Written | null): Change | undefined {
  if (written === null) return undefined;
  const next = noteOf(written);
  if ((next.note ?? "") === (note ?? "") && same(next.noteProse, noteProse)) return undefined;
  return { note: next.note, noteProse: next.noteProse };
}

const Shown = ({ label, prose }: { label: string; prose: Prose }) => (
  <div className="flex flex-col gap-1.5">
    <span className="text-small font-medium">{label}</span>
    <NoteText prose={prose} />
  </div>
);
