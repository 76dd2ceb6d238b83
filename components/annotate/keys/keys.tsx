"use client";

import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from "react";
import { chordsOf } from "@/components/annotate/keys/chord";
import { type Deed, deedFor, isSingle, type Mode } from "@/components/annotate/keys/registry";
import { singleKeys } from "@/components/annotate/keys/single-keys";

/** Does the deed. `false` says that there was nothing to do here: the key then keeps its usual meaning. */
export type Doing = (event: KeyboardEvent | undefined) => false | undefined;
export type Doings = { [D in Deed]?: Doing };

type Board = { add(doings: () => Doings): () => void; do(deed: Deed, event?: KeyboardEvent): boolean };

const KeysContext = createContext<Board | null>(null);

/**
 * Listens to the keys of the window and does what the registry says they mean in the mode of that moment; while words
 * are chosen, what they leave free means what it meant in the mode `under` them.
 */
export function Keys({ mode, under, children }: { mode: () => Mode; under?: () => Mode; children: ReactNode }) {
  const now = useRef({ mode, under });
  useEffect(() => {
    now.current = { mode, under };
  });
  const board = useMemo(makeBoard, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const chords = chordsOf(event).filter((chord) => reaches(chord, event.target));
      const here = now.current.mode();
      const deed = deedFor(chords, here, singleKeys.on(), here === "tagging" ? now.current.under?.() : undefined);
      if (deed && board.do(deed, event)) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [board]);

  return <KeysContext value={board}>{children}</KeysContext>;
}

/** Says what keys do while this component is there. The latest to say so about an action comes first. */
export function useDeeds(doings: Doings) {
  const board = useBoard();
  const now = useRef(doings);
  useEffect(() => {
    now.current = doings;
  });
  useEffect(() => board.add(() => now.current), [board]);
}

/** Does an action as if its key had been pressed: for the button that does the same. */
export function useDo(): (deed: Deed) => void {
  const board = useBoard();
  return (deed) => {
    board.do(deed);
  };
}

function useBoard(): Board {
  const board = use(KeysContext);
  if (!board) throw new Error("Keys are missing above.");
  return board;
}

function makeBoard(): Board {
  const all: (() => Doings)[] = [];
  return {
    add(doings) {
      all.unshift(doings);
      return () => {
        all.splice(all.indexOf(doings), 1);
      };
    },
    do(deed, event) {
      return all.some((doings) => {
        const doing = doings()[deed];
        return doing !== undefined && doing(event) !== false;
      });
    },
  };
}

const TYPING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, [contenteditable=true]";
/** What takes every letter for itself: a dialog over the page, and lists in which one types to find. */
const TAKES_LETTERS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
/** A small window beside its button, over a page that goes on. */
const BESIDE = "[data-radix-popper-content-wrapper] [role=dialog]";
/** What these keys do in fields of which one has the focus is the field's own business. */
const OWN_DELETE = "[role=radiogroup], [role=checkbox], [role=combobox]";

/**
 * Whether a key may leave the thing that has the focus: typing stays typing and menus keep their keys. Everything else
 * lets letters pass, so that a key does what its button says wherever the button is in sight.
 */
export function reaches(chord: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  if (chord === "Mod+f") return !target.closest("[role=dialog]");
  if (isTyping(target)) return false;
  if (chord === "Enter" || chord === " ") return !target.closest("button, a, summary, [role=button]");
  if (chord === "Delete" || chord === "Backspace") return !target.closest(OWN_DELETE) && !takesLetters(target);
  return takesLetters(target) ? chord.startsWith("Mod+") && !isSingle(chord) : true;
}

/** A closed list that the keyboard came to finds by letters; one that was clicked has had its say. */
function isTyping(target: Element): boolean {
  return target.closest(TYPING) !== null || (target.matches("select") && target.matches(":focus-visible"));
}

function takesLetters(target: Element): boolean {
  const own = target.closest(TAKES_LETTERS);
  return own !== null && !own.matches(BESIDE);
}
