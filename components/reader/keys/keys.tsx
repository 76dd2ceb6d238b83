"use client";

import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from "react";
import { chordsOf } from "@/components/reader/keys/chord";
import { type Deed, deedFor, isSingle, type Mode } from "@/components/reader/keys/registry";
import { singleKeys } from "@/components/reader/keys/single-keys";

/** Does the deed. `false` says that there was nothing to do here: the key then keeps its usual meaning. */
export type Doing = (event: KeyboardEvent | undefined) => false | undefined;
export type Doings = { [D in Deed]?: Doing };

type Board = { add(doings: () => Doings): () => void; do(deed: Deed, event?: KeyboardEvent): boolean };

const KeysContext = createContext<Board | null>(null);

/** Listens to the keys of the window and does what the registry says they mean in the mode of that moment. */
export function Keys({ mode, children }: { mode: () => Mode; children: ReactNode }) {
  const modeNow = useRef(mode);
  useEffect(() => {
    modeNow.current = mode;
  });
  const board = useMemo(makeBoard, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const chords = chordsOf(event).filter((chord) => reaches(chord, event.target));
      const deed = deedFor(chords, modeNow.current(), singleKeys.on());
      if (deed && board.do(deed, event)) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [board]);

  return <KeysContext value={board}>{children}</KeysContext>;
}

/** Says what keys do while this component is there. The latest to say so about a deed comes first. */
export function useDeeds(doings: Doings) {
  const board = useBoard();
  const now = useRef(doings);
  useEffect(() => {
    now.current = doings;
  });
  useEffect(() => board.add(() => now.current), [board]);
}

/** Does a deed as if its key had been pressed: for the button that does the same. */
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

const TYPING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]";
const OWN_KEYS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=radiogroup], [role=tablist]";

/** Whether a key may leave the thing that has the focus: typing stays typing, and menus keep their keys. */
function reaches(chord: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  const typing = target.closest(TYPING) !== null;
  if (chord === "Mod+f") return !target.closest("[role=dialog]");
  if (typing) return false;
  if (chord === "Enter" || chord === " ") return !target.closest("button, a, summary, [role=button]");
  if (target.closest(OWN_KEYS)) return chord.startsWith("Mod+") && !isSingle(chord);
  return true;
}
