const onMac = () => typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.userAgent);

/**
 * Arrows have modifiers of their own, because they differ from one platform to the next: `Word` is the one that goes by
 * words everywhere else too (Ctrl, ⌥ on a Mac), `Far` the other (Alt, ⌘ on a Mac).
 */
function arrowModifier({ ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey">): string {
  const [word, far] = onMac() ? [altKey, metaKey] : [ctrlKey, altKey];
  return word ? "Word+" : far ? "Far+" : "";
}

const PLAIN_KEY = /^(?:Key([A-Z])|Digit(\d))$/;

/**
 * The ways a key press may be written in the registry, likeliest first. A letter that the keyboard writes in another
 * script also counts as the Latin one printed on the same key.
 */
export function chordsOf(event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">) {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key.startsWith("Arrow")) return [`${arrowModifier(event)}${shiftKey ? "Shift+" : ""}${key}`];
  const mod = ctrlKey || metaKey ? "Mod+" : "";
  const alt = altKey ? "Alt+" : "";
  const named = key.length > 1;
  const shift = shiftKey && (named || mod) ? "Shift+" : "";
  const typed = named || !mod ? key : key.toLowerCase();
  const chords = [`${mod}${alt}${shift}${typed}`];
  const plain = PLAIN_KEY.exec(code);
  if (!named && key > "\u007f" && plain)
    chords.push(`${mod}${alt}${shift}${(plain[1] ?? plain[2] ?? "").toLowerCase()}`);
  return chords;
}

const modifiers: Record<string, readonly [mac: string, others: string]> = {
  Mod: ["⌘", "Ctrl"],
  Word: ["⌥", "Ctrl"],
  Far: ["⌘", "Alt"],
};

const signs: Record<string, string> = {
  ArrowRight: "→",
  ArrowLeft: "←",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
};

/** A chord as it is printed on keys. */
export function printed(chord: string): string[] {
  if (chord === "+") return ["+"];
  return chord.split("+").map((part) => {
    const modifier = modifiers[part];
    if (modifier) return modifier[onMac() ? 0 : 1];
    return signs[part] ?? (part.length === 1 && chord.length > 1 ? part.toUpperCase() : part);
  });
}
