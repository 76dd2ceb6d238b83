import keys from "./en/keys.json";
import reader from "./en/reader.json";
import shell from "./en/shell.json";
import ui from "./en/ui.json";

/** Every word of the interface, one file an area, by language. A new area is a file and a line here. */
const en = { keys, reader, shell, ui };

export type Messages = typeof en;
export type Locale = "en";
export type Area = keyof Messages;

const languages: Record<Locale, { messages: Messages; direction: "ltr" | "rtl" }> = {
  en: { messages: en, direction: "ltr" },
};

export function messagesIn(locale: Locale): Messages {
  return languages[locale].messages;
}

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return languages[locale].direction;
}
