/** Where a key means something: with the text, with words chosen, with decisions to make, between analysts. */
export const modes = ["reading", "tagging", "review", "adjudication"] as const;
export type Mode = (typeof modes)[number];

export const groups = ["move", "tag", "change", "talk", "decide", "adjudicate", "help"] as const;
export type Group = (typeof groups)[number];

type Row = { deed: string; keys: readonly string[]; modes: readonly Mode[]; group: Group };

const withText = ["reading", "tagging", "review"] as const;
const withTag = ["reading", "review"] as const;
const inText = ["reading", "tagging", "review", "adjudication"] as const;
const withBorders = ["reading", "review", "adjudication"] as const;
const anywhere = modes;

/**
 * Every key of the reader, once. `Mod` is Ctrl, or ⌘ on a Mac; before arrows `Word` is Ctrl, or ⌥, and `Far` Alt, or ⌘. A
 * character is written as it is typed ("?", "{").
 * A new key is a row here and its words in `messages/en/keys.json`; `useDeeds` says what it does.
 */
export const registry = [
  { deed: "word-right", keys: ["ArrowRight", "Word+ArrowRight"], modes: inText, group: "move" },
  { deed: "word-left", keys: ["ArrowLeft", "Word+ArrowLeft"], modes: inText, group: "move" },
  { deed: "clause-right", keys: ["Far+ArrowRight"], modes: inText, group: "move" },
  { deed: "clause-left", keys: ["Far+ArrowLeft"], modes: inText, group: "move" },
  { deed: "sentence-down", keys: ["Far+ArrowDown"], modes: inText, group: "move" },
  { deed: "sentence-up", keys: ["Far+ArrowUp"], modes: inText, group: "move" },
  { deed: "line-down", keys: ["ArrowDown"], modes: inText, group: "move" },
  { deed: "line-up", keys: ["ArrowUp"], modes: inText, group: "move" },
  { deed: "block-down", keys: ["Word+ArrowDown"], modes: inText, group: "move" },
  { deed: "block-up", keys: ["Word+ArrowUp"], modes: inText, group: "move" },
  { deed: "block-start", keys: ["Home"], modes: inText, group: "move" },
  { deed: "block-end", keys: ["End"], modes: inText, group: "move" },
  { deed: "text-start", keys: ["Mod+Home"], modes: inText, group: "move" },
  { deed: "text-end", keys: ["Mod+End"], modes: inText, group: "move" },
  { deed: "extend-right", keys: ["Shift+ArrowRight", "Word+Shift+ArrowRight"], modes: inText, group: "move" },
  { deed: "extend-left", keys: ["Shift+ArrowLeft", "Word+Shift+ArrowLeft"], modes: inText, group: "move" },
  { deed: "extend-clause-right", keys: ["Far+Shift+ArrowRight"], modes: inText, group: "move" },
  { deed: "extend-clause-left", keys: ["Far+Shift+ArrowLeft"], modes: inText, group: "move" },
  { deed: "extend-sentence-down", keys: ["Far+Shift+ArrowDown"], modes: inText, group: "move" },
  { deed: "extend-sentence-up", keys: ["Far+Shift+ArrowUp"], modes: inText, group: "move" },
  { deed: "extend-down", keys: ["Shift+ArrowDown"], modes: inText, group: "move" },
  { deed: "extend-up", keys: ["Shift+ArrowUp"], modes: inText, group: "move" },
  { deed: "extend-block-down", keys: ["Word+Shift+ArrowDown"], modes: inText, group: "move" },
  { deed: "extend-block-up", keys: ["Word+Shift+ArrowUp"], modes: inText, group: "move" },
  { deed: "extend-block-start", keys: ["Shift+Home"], modes: inText, group: "move" },
  { deed: "extend-block-end", keys: ["Shift+End"], modes: inText, group: "move" },
  { deed: "extend-text-start", keys: ["Mod+Shift+Home"], modes: inText, group: "move" },
  { deed: "extend-text-end", keys: ["Mod+Shift+End"], modes: inText, group: "move" },
  { deed: "next-tag", keys: ["j"], modes: withText, group: "move" },
  { deed: "previous-tag", keys: ["k"], modes: withText, group: "move" },
  { deed: "pick-tag", keys: ["t"], modes: withTag, group: "move" },
  { deed: "pick-next", keys: ["J"], modes: withTag, group: "move" },
  { deed: "pick-previous", keys: ["K"], modes: withTag, group: "move" },
  { deed: "pick-alike", keys: ["T"], modes: withTag, group: "move" },
  { deed: "other-tag-here", keys: ["o"], modes: withText, group: "move" },
  { deed: "find", keys: ["/", "Mod+f"], modes: inText, group: "move" },
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
  { deed: "propose", keys: ["P"], modes: ["reading"], group: "tag" },
  // The bar of suggestions takes these keys itself.
  { deed: "accept-suggestion", keys: ["Enter"], modes: [], group: "tag" },
  { deed: "accept-alike", keys: ["A"], modes: [], group: "tag" },
  { deed: "reject-suggestion", keys: ["x"], modes: [], group: "tag" },
  { deed: "hide-rule", keys: ["X"], modes: [], group: "tag" },
  { deed: "next-suggestion", keys: ["Tab"], modes: [], group: "tag" },
  { deed: "take-links", keys: ["y", "Enter"], modes: withTag, group: "tag" },
  { deed: "use-as-cue", keys: ["u"], modes: ["tagging"], group: "tag" },
  { deed: "open-palette", keys: ["Enter"], modes: ["tagging"], group: "tag" },

  { deed: "start-earlier", keys: ["["], modes: withBorders, group: "change" },
  { deed: "start-later", keys: ["{"], modes: withBorders, group: "change" },
  { deed: "end-later", keys: ["]"], modes: withBorders, group: "change" },
  { deed: "end-earlier", keys: ["}"], modes: withBorders, group: "change" },
  { deed: "edit-tag", keys: ["i"], modes: withTag, group: "change" },
  { deed: "confirm-guesses", keys: ["f"], modes: withTag, group: "change" },
  { deed: "set-on-mentions", keys: ["A"], modes: ["reading"], group: "change" },
  { deed: "tag-alike", keys: ["M"], modes: ["reading"], group: "tag" },
  { deed: "take-place-1", keys: ["1"], modes: ["reading"], group: "change" },
  { deed: "take-place-2", keys: ["2"], modes: ["reading"], group: "change" },
  { deed: "take-place-3", keys: ["3"], modes: ["reading"], group: "change" },
  { deed: "take-place-4", keys: ["4"], modes: ["reading"], group: "change" },
  { deed: "take-place-5", keys: ["5"], modes: ["reading"], group: "change" },
  // The field itself takes this key, before anything else could.
  { deed: "clear-field", keys: ["Delete"], modes: [], group: "change" },
  { deed: "withdraw", keys: ["Delete", "Backspace"], modes: withTag, group: "change" },
  { deed: "undo", keys: ["Mod+z"], modes: anywhere, group: "change" },
  { deed: "redo", keys: ["Mod+Shift+z", "Mod+y"], modes: anywhere, group: "change" },

  { deed: "copy-link", keys: ["L"], modes: withText, group: "talk" },
  { deed: "comment", keys: ["m"], modes: withText, group: "talk" },

  { deed: "review", keys: ["v"], modes: withTag, group: "decide" },
  { deed: "accept", keys: ["a"], modes: ["review"], group: "decide" },
  { deed: "correct", keys: ["e"], modes: ["review"], group: "decide" },
  { deed: "return", keys: ["r"], modes: ["review"], group: "decide" },
  { deed: "reject", keys: ["x"], modes: ["review"], group: "decide" },
  { deed: "accept-rest", keys: ["A"], modes: ["review"], group: "decide" },
  { deed: "same-words", keys: ["s"], modes: ["review"], group: "decide" },
  { deed: "return-work", keys: ["b"], modes: ["review"], group: "decide" },
  { deed: "close-report", keys: ["c"], modes: ["review"], group: "decide" },
  { deed: "next-waiting", keys: ["n"], modes: ["review"], group: "decide" },
  { deed: "previous-waiting", keys: ["N"], modes: ["review"], group: "decide" },

  { deed: "next-part", keys: ["p"], modes: ["review"], group: "decide" },
  { deed: "previous-part", keys: ["P"], modes: ["review"], group: "decide" },
  { deed: "next-report", keys: ["q"], modes: ["review"], group: "decide" },
  { deed: "previous-report", keys: ["Q"], modes: ["review"], group: "decide" },

  { deed: "hand-in", keys: ["Mod+Enter"], modes: withText, group: "change" },
  { deed: "take-1", keys: ["1"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-2", keys: ["2"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-3", keys: ["3"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-4", keys: ["4"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-5", keys: ["5"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-6", keys: ["6"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-7", keys: ["7"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-8", keys: ["8"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-9", keys: ["9"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "next-group", keys: ["j"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "previous-group", keys: ["k"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "next-undecided", keys: ["n"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "previous-undecided", keys: ["N"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "leave-out", keys: ["x"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "write-own", keys: ["e"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "undecide", keys: ["u"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "pick-fields", keys: ["f"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "take-agreed", keys: ["a"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "merge-layers", keys: ["M"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "other-view", keys: ["t"], modes: ["adjudication"], group: "adjudicate" },
  { deed: "hide-names", keys: ["h"], modes: ["adjudication"], group: "adjudicate" },

  { deed: "guidelines", keys: ["g"], modes: withText, group: "help" },
  { deed: "key-help", keys: ["?"], modes: anywhere, group: "help" },
] as const satisfies readonly Row[];

export type Deed = (typeof registry)[number]["deed"];
export type KeyRow = Omit<Row, "deed"> & { deed: Deed };

/** Single characters can be switched off (WCAG 2.1.4): they meet speech input and stray fingers. */
export const isSingle = (chord: string) => chord.length === 1;

const rows: readonly KeyRow[] = registry;

/** While words are chosen, what would change the selected tag's own words waits: the chosen ones may be meant. */
const waitsForChosen: ReadonlySet<Deed> = new Set([
  "start-earlier",
  "start-later",
  "end-later",
  "end-earlier",
  "withdraw",
]);

/**
 * What a key means in a mode, if anything. Words are chosen for a while only, with everything else still in sight: what
 * they do not need for themselves goes on meaning what it meant in the mode `under` them.
 */
export function deedFor(
  chords: readonly string[],
  mode: Mode,
  singles: boolean,
  under: Mode | undefined = undefined,
): Deed | undefined {
  for (const chord of chords) {
    if (isSingle(chord) && !singles) continue;
    const row = rowOf(chord, mode) ?? (under && rowOf(chord, under, waitsForChosen));
    if (row) return row.deed;
  }
  return undefined;
}

const rowOf = (chord: string, mode: Mode, without?: ReadonlySet<Deed>) =>
  rows.find((each) => each.modes.includes(mode) && each.keys.includes(chord) && !without?.has(each.deed));

/** The key to show beside an action's button while words are chosen over a mode; none where they need it themselves. */
export function keyWhileChosen(deed: Deed): string | undefined {
  const key = keyOf(deed);
  const taken = rowOf(key, "tagging");
  return taken && taken.deed !== deed ? undefined : key;
}

/** The first key of an action, to show beside its button. */
export function keyOf(deed: Deed): string {
  return registry.find((row) => row.deed === deed)?.keys[0] ?? "";
}
