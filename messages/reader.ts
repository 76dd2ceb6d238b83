import api from "./en/api.json";
import keys from "./en/keys.json";
import live from "./en/live.json";
import pages from "./en/pages.json";
import protection from "./en/protection.json";
import reader from "./en/reader.json";
import panels from "./en/reader-panels.json";
import readerWork from "./en/reader-work.json";
import shell from "./en/shell.json";
import ui from "./en/ui.json";
import values from "./en/values.json";
import type { Area, Locale, Messages } from "./index";

const en = { api, keys, live, pages, panels, protection, reader, readerWork, shell, ui, values } satisfies {
  [A in Area]?: Messages[A];
};

/** What the reader says, without the words of other pages; its test sees that none is missing. */
export const readerWords: Record<Locale, typeof en> = { en };
