import pages from "./en/pages.json";
import shell from "./en/shell.json";
import ui from "./en/ui.json";
import type { Locale, Messages } from "./index";

/** What every page says: its frame, its buttons, what stands in for it. Pages that say more bring the words themselves. */
export const frameWords: Record<Locale, Pick<Messages, "pages" | "shell" | "ui">> = { en: { pages, shell, ui } };
