/** Where a key means something: with the text, with words chosen, beside the text, with decisions to make. */
export const modes = ["reading", "tagging", "inspector", "review"] as const;
export type Mode = (typeof modes)[number];

export const groups = ["move", "tag", "change", "talk", "decide", "help"] as const;
export type Group = (typeof groups)[number];

type Row = { deed: string; keys: readonly string[]; modes: readonly Mode[]; group: Group };

const withText = ["reading", "tagging", "review"] as const;
const withTag = ["reading", "review"] as const;
const anywhere = modes;

/**
 * Every key of the reader, once. `Mod` is Ctrl, or ⌘ on a Mac; a character is written as it is typed ("?", "{").
 * A new key is a row here and its words in `messages/en/keys.json`; `useDeeds` says what it does.
 */
export const registry = [
  { deed: "word-right", keys: ["ArrowRight"], modes: withText, group: "move" },
  { deed: "word-left", keys: ["ArrowLeft"], modes: withText, group: "move" },
  { deed: "sentence-right", keys: ["Mod+ArrowRight", "Alt+ArrowRight"], modes: withText, group: "move" },
  { deed: "sentence-left", keys: ["Mod+ArrowLeft", "Alt+ArrowLeft"], modes: withText, group: "move" },
  { deed: "line-down", keys: ["ArrowDown"], modes: withText, group: "move" },
  { deed: "line-up", keys: ["ArrowUp"], modes: withText, group: "move" },
  { deed: "block-down", keys: ["Mod+ArrowDown", "Alt+ArrowDown"], modes: withText, group: "move" },
  { deed: "block-up", keys: ["Mod+ArrowUp", "Alt+ArrowUp"], modes: withText, group: "move" },
  { deed: "block-start", keys: ["Home"], modes: withText, group: "move" },
  { deed: "block-end", keys: ["End"], modes: withText, group: "move" },
  { deed: "extend-right", keys: ["Shift+ArrowRight"], modes: withText, group: "move" },
  { deed: "extend-left", keys: ["Shift+ArrowLeft"], modes: withText, group: "move" },
  {
    deed: "extend-sentence-right",
    keys: ["Mod+Shift+ArrowRight", "Alt+Shift+ArrowRight"],
    modes: withText,
    group: "move",
  },
  {
    deed: "extend-sentence-left",
    keys: ["Mod+Shift+ArrowLeft", "Alt+Shift+ArrowLeft"],
    modes: withText,
    group: "move",
  },
  { deed: "extend-down", keys: ["Shift+ArrowDown"], modes: withText, group: "move" },
  { deed: "extend-up", keys: ["Shift+ArrowUp"], modes: withText, group: "move" },
  { deed: "extend-block-down", keys: ["Mod+Shift+ArrowDown", "Alt+Shift+ArrowDown"], modes: withText, group: "move" },
  { deed: "extend-block-up", keys: ["Mod+Shift+ArrowUp", "Alt+Shift+ArrowUp"], modes: withText, group: "move" },
  { deed: "extend-block-start", keys: ["Shift+Home"], modes: withText, group: "move" },
  { deed: "extend-block-end", keys: ["Shift+End"], modes: withText, group: "move" },
  { deed: "next-tag", keys: ["j"], modes: withText, group: "move" },
  { deed: "previous-tag", keys: ["k"], modes: withText, group: "move" },
  { deed: "other-tag-here", keys: ["o"], modes: withText, group: "move" },
  { deed: "find", keys: ["/", "Mod+f"], modes: withText, group: "move" },
  { deed: "leave", keys: ["Escape"], modes: anywhere, group: "move" },

  { deed: "tag-claim", keys: ["1", "c"], modes: ["tagging"], group: "tag" },
  { deed: "tag-place", keys: ["2", "p"], modes: ["tagging"], group: "tag" },
  { deed: "tag-source", keys: ["3", "s"], modes: ["tagging"], group: "tag" },
  { deed: "tag-label-1", keys: ["4"], modes: ["tagging"], group: "tag" },
  { deed: "tag-label-2", keys: ["5"], modes: ["tagging"], group: "tag" },
  { deed: "tag-label-3", keys: ["6"], modes: ["tagging"], group: "tag" },
  { deed: "tag-label-4", keys: ["7"], modes: ["tagging"], group: "tag" },
  { deed: "tag-label-5", keys: ["8"], modes: ["tagging"], group: "tag" },
  { deed: "tag-label-6", keys: ["9"], modes: ["tagging"], group: "tag" },
  { deed: "all-mentions", keys: ["a"], modes: ["reading", "tagging"], group: "tag" },
  { deed: "add-words", keys: ["+"], modes: ["tagging"], group: "tag" },
  { deed: "link", keys: ["l"], modes: withTag, group: "tag" },
  { deed: "take-links", keys: ["y", "Enter"], modes: withTag, group: "tag" },
  { deed: "use-as-cue", keys: ["u"], modes: ["tagging"], group: "tag" },
  { deed: "open-palette", keys: ["Enter"], modes: ["tagging"], group: "tag" },

  { deed: "start-earlier", keys: ["["], modes: withTag, group: "change" },
  { deed: "start-later", keys: ["{"], modes: withTag, group: "change" },
  { deed: "end-later", keys: ["]"], modes: withTag, group: "change" },
  { deed: "end-earlier", keys: ["}"], modes: withTag, group: "change" },
  { deed: "edit-tag", keys: ["i"], modes: withTag, group: "change" },
  { deed: "withdraw", keys: ["Delete", "Backspace"], modes: withTag, group: "change" },
  { deed: "undo", keys: ["Mod+z"], modes: anywhere, group: "change" },
  { deed: "redo", keys: ["Mod+Shift+z", "Mod+y"], modes: anywhere, group: "change" },

  { deed: "comment", keys: ["m"], modes: withText, group: "talk" },

  { deed: "review", keys: ["v"], modes: withTag, group: "decide" },
  { deed: "accept", keys: ["a"], modes: ["review"], group: "decide" },
  { deed: "correct", keys: ["e"], modes: ["review"], group: "decide" },
  { deed: "return", keys: ["r"], modes: ["review"], group: "decide" },
  { deed: "reject", keys: ["x"], modes: ["review"], group: "decide" },
  { deed: "accept-rest", keys: ["A"], modes: ["review"], group: "decide" },
  { deed: "next-waiting", keys: ["n"], modes: ["review"], group: "decide" },
  { deed: "previous-waiting", keys: ["N"], modes: ["review"], group: "decide" },

  { deed: "next-part", keys: ["p"], modes: ["review"], group: "decide" },
  { deed: "previous-part", keys: ["P"], modes: ["review"], group: "decide" },
  { deed: "next-report", keys: ["q"], modes: ["review"], group: "decide" },
  { deed: "previous-report", keys: ["Q"], modes: ["review"], group: "decide" },

  { deed: "hand-in", keys: ["Mod+Enter"], modes: withText, group: "change" },

  { deed: "guidelines", keys: ["g"], modes: withText, group: "help" },
  { deed: "key-help", keys: ["?"], modes: anywhere, group: "help" },
] as const satisfies readonly Row[];

export type Deed = (typeof registry)[number]["deed"];
export type KeyRow = Omit<Row, "deed"> & { deed: Deed };

/** Single characters can be switched off (WCAG 2.1.4): they meet speech input and stray fingers. */
export const isSingle = (chord: string) => chord.length === 1;

/** What a key means in a mode, if anything. */
export function deedFor(chords: readonly string[], mode: Mode, singles: boolean): Deed | undefined {
  const rows: readonly KeyRow[] = registry;
  for (const chord of chords) {
    if (isSingle(chord) && !singles) continue;
    const row = rows.find((each) => each.modes.includes(mode) && each.keys.includes(chord));
    if (row) return row.deed;
  }
  return undefined;
}

/** The first key of a deed, to show beside its button. */
export function keyOf(deed: Deed): string {
  return registry.find((row) => row.deed === deed)?.keys[0] ?? "";
}
