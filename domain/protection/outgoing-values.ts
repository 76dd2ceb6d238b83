import { spotOf } from "@/domain/gazetteer/project-places";
import { coarsened } from "@/domain/protection/coarsen";
import { blocked, maskedWhole } from "@/domain/protection/mask";
import { noPassages, outgoingPlaces, type Passages } from "@/domain/protection/outgoing-places";
import { outgoingWords } from "@/domain/protection/outgoing-words";
import type { Protection } from "@/domain/protection/protection";

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Fields that hold a closed list, an id or a time, so that a name like "Open" never changes them. */
const closed = new Set(
  `id projectId reportId revisionId tagId threadId claimId type kind layer state version origin how role precision
  basis meaning what who scope standing certainty polarity eventType resolution featureType coordinateBasis country
  admin1Pcode admin2Pcode
  language triage encoding encodingBasis mediaType decision by createdBy updatedBy resolvedBy at createdAt updatedAt
  published retrieved saidAt from to anonymity scale reliability offsetUnit textSha256 sha256 extractor guessed on is
  outcome involvement blame missing phase likelihood confidence mode slug format generator exportedAt`.split(/\s+/),
);
/** Prose that people write to each other: there the names of colleagues are looked for as well. */
const spoken = new Set(["body", "reason", "note", "guidelines"]);
/** The same words with their formatting; left out where the words had to change. */
const formatted = [
  ["body", "prose"],
  ["note", "noteProse"],
  ["guidelines", "guidelinesProse"],
] as const;
/** By these fields a place is known wherever it stands. */
const placeFields = ["latitude", "coordinateBasis", "featureType", "admin1", "admin2", "geoPrecision"];

type How = { free: boolean; passages: Passages };

/** A report without what names it, where none of its words leave. */
function unnamed({ author: _, url: __, fields: ___, ...about }: Fields): Fields {
  return typeof about["title"] === "string" ? { ...about, title: maskedWhole(about["title"]) } : about;
}

/** What is dropped from the list or object it stands in. */
const dropped = Symbol("dropped");

export type OutgoingValues = {
  words(text: string): string;
  finder: ReturnType<typeof outgoingWords>["finder"];
  /** A copy of any JSON as it may leave; undefined where nothing of it may. `free`: every field is somebody's own words. */
  value<T>(value: T, how?: { free: boolean }): T | undefined;
  isProtected(entityId: unknown): boolean;
  placeUse(place: Fields): "described" | "withheld" | undefined;
};

/** Makes values what they may leave as, wherever in them something protected is named. */
export function outgoingValues(protection: Protection): OutgoingValues {
  const entities = new Map(protection.entities.map((each) => [each.id, each]));
  const withheld = (id: unknown) => typeof id === "string" && entities.get(id)?.use === "withheld";
  const places = new Map(protection.places.map(({ key, use }) => [key, use]));
  const { finder, words } = outgoingWords(protection.names);
  const { passagesAt, placed, isDescribed } = outgoingPlaces(protection);
  const behind = new Set<unknown>([...protection.held.reports, ...protection.held.tags]);
  const staysBehind = (value: Fields) =>
    ["id", "reportId", "tagId", "claimId", "from", "to"].some((key) => behind.has(value[key]));
  const colleagues = outgoingWords(protection.people.map(({ name }) => name));

  const placeUse = (place: Fields) => {
    const { name, id, latitude, longitude } = place;
    if (places.size === 0 || typeof name !== "string" || !placeFields.some((field) => field in place)) return undefined;
    const spot = (by: string | undefined) =>
      places.get(spotOf({ name, ...(by && { id: by }), ...at({ latitude, longitude }) }));
    return (typeof id === "string" ? spot(id) : undefined) ?? spot(undefined);
  };

  function object(given: Fields, how: How): unknown {
    if (behind.size > 0 && staysBehind(given)) return dropped;
    const here = { ...how, passages: passagesAt(given, how.passages) };
    const value = placed(isDescribed(given) ? unnamed(given) : given, here.passages);
    const entity = typeof value["id"] === "string" ? entities.get(value["id"]) : undefined;
    if (entity && "name" in value) {
      if (entity.use === "withheld") return dropped;
      const { note: _, noteProse: __, ...said } = value;
      const more = "aliases" in value ? { aliases: [] } : {};
      return { ...fields(said, here), name: entity.pseudonym, ...more };
    }
    if (withheld(value["entityId"]) && "role" in value) return dropped;
    const use = placeUse(value);
    if (use === "withheld") return dropped;
    if (use === "described") {
      const coarse = coarsened(value, protection.coarsenTo, blocked.repeat(4));
      const said = typeof coarse["words"] === "string" ? { words: maskedWhole(coarse["words"]) } : {};
      return fields({ ...coarse, ...said }, here);
    }
    return fields(value, here);
  }

  function fields(value: Fields, how: How): Fields {
    const out: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      if (withheld(each)) continue;
      const kept = !how.free && closed.has(name) && typeof each === "string" ? each : walked(each, how);
      if (kept === dropped) continue;
      out[name] = spoken.has(name) && typeof kept === "string" ? colleagues.words(kept) : kept;
    }
    for (const [name, twin] of formatted) if (out[name] !== value[name]) delete out[twin];
    return out;
  }

  function walked(value: unknown, how: How): unknown {
    if (typeof value === "string") return words(value);
    if (Array.isArray(value)) {
      return value
        .filter((each) => !withheld(each))
        .flatMap((each) => {
          const kept = walked(each, how);
          return kept === dropped ? [] : [kept];
        });
    }
    return isObject(value) ? object(value, how) : value;
  }

  return {
    words,
    finder,
    placeUse,
    isProtected: (id) => typeof id === "string" && entities.has(id),
    value<T>(value: T, { free } = { free: false }) {
      const kept = walked(value, { free, passages: noPassages });
      // Words are exchanged for words, and nothing is dropped but from lists and from what may be left out.
      return kept === dropped ? undefined : (kept as T);
    },
  };
}

const at = ({ latitude, longitude }: { latitude: unknown; longitude: unknown }) => ({
  ...(typeof latitude === "number" && { latitude }),
  ...(typeof longitude === "number" && { longitude }),
});
