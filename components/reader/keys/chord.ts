const PLAIN_KEY = /^(?:Key([A-Z])|Digit(\d))$/;

/**
 * The ways a key press may be written in the registry, likeliest first. A letter that the keyboard writes in another
 * script also counts as the Latin one printed on the same key.
 */
export function chordsOf(event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">) {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
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

const onMac = () => typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.userAgent);

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
    if (part === "Mod") return onMac() ? "⌘" : "Ctrl";
    return signs[part] ?? (part.length === 1 && chord.length > 1 ? part.toUpperCase() : part);
  });
}
