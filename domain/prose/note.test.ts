import { expect, test } from "vitest";
import { keptNote, type Note, noteOf } from "@/domain/prose/note";
import { proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

const bold = (text: string): Prose => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text, marks: [{ type: "bold" }] }] }],
});

test.each<{ when: string; sent: Note; is: Note | undefined }>([
  { when: "words alone", sent: { note: "By phone." }, is: { note: "By phone." } },
  { when: "nothing", sent: {}, is: {} },
  { when: "a document alone", sent: { noteProse: bold("x") }, is: { note: "x", noteProse: bold("x") } },
  { when: "both", sent: { note: "x", noteProse: bold("x") }, is: { note: "x", noteProse: bold("x") } },
  { when: "a document that says no more than words", sent: { noteProse: proseOf("a\nb") }, is: { note: "a\nb" } },
  { when: "a document and other words", sent: { note: "y", noteProse: bold("x") }, is: undefined },
])("of a note that is sent, its words and its formatting are kept: $when", ({ sent, is }) => {
  expect(keptNote(sent)).toEqual(is);
});

test.each<{ when: string; words: string | Prose; is: Note }>([
  { when: "words", words: "By phone.", is: { note: "By phone." } },
  { when: "blanks", words: " \n", is: {} },
  { when: "a document with empty lines around it", words: proseOf("\na\n"), is: { note: "a" } },
  { when: "formatting", words: bold("a"), is: { note: "a", noteProse: bold("a") } },
  { when: "an empty document", words: proseOf(""), is: {} },
])("what somebody wrote is a note: $when", ({ words, is }) => {
  expect(noteOf(words)).toEqual(is);
});
