import map from "./en/map.json";
import ui from "./en/ui.json";
import type { Area, Locale, Messages } from "./index";

const en = { map, ui } satisfies { [A in Area]?: Messages[A] };

/** What a map says that opens over another page, so that the page need not bring it; a test sees that none is missing. */
export const mapWords: Record<Locale, typeof en> = { en };
