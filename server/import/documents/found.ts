import type { Found } from "@/domain/document/extraction";
import { foundFields } from "@/domain/document/found-fields";
import { Provenance } from "@/domain/report/report";

const fields = Provenance.shape;

/** What a document says of itself, as far as a report can keep it; the first to name a field is believed. */
export class FoundValues {
  readonly #values = new Map<Found["field"], Found>();

  add(field: Found["field"], value: string | undefined, from: string): void {
    const said = value
      ?.replace(/[\p{Cc}\p{Surrogate}]+/gu, " ")
      .replace(/\s+/gu, " ")
      .trim();
    if (!said || this.#values.has(field)) return;
    const cut = field === "title" ? said.slice(0, 500) : field === "url" ? said : said.slice(0, 300);
    const known = field === "language" ? languageOf(cut) : cut.replace(/[\ud800-\udbff]$/u, "");
    if (known === undefined || !fields[field].safeParse(known).success) return;
    this.#values.set(field, { field, value: known, from });
  }

  all = (): Found[] => foundFields.flatMap((field) => this.#values.get(field) ?? []);
}

/** A language tag as reports keep it: "en_US" is en-US; undefined for what is none. */
function languageOf(said: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(said.replaceAll("_", "-"));
    return tag === "und" || tag === "zxx" ? undefined : tag;
  } catch {
    return undefined;
  }
}

/**
 * A date as precise as it is written: a day, or an instant with its offset. A time without a zone says nothing about
 * the instant and leaves the day.
 */
export function whenOf(said: string | undefined): string | undefined {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i.exec(
    said ?? "",
  );
  if (!iso) return undefined;
  const [, day = "", minutes, seconds = ":00", zone] = iso;
  if (Number.isNaN(Date.parse(day)) || day.startsWith("0000")) return undefined;
  if (minutes === undefined || zone === undefined) return day;
  const offset = /^z$/i.test(zone) ? "Z" : zone.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  return `${day}T${minutes}${seconds}${offset}`;
}
