import type { LossLedger } from "@/domain/formats/loss";
import { common, idOf, type Json, saying, since } from "@/domain/formats/stix/objects";
import type { Span } from "@/domain/interchange/document";

/**
 * Places where they are. A location needs a country or both coordinates; the reader stix2 refuses a coordinate of 0 as if
 * it were left out, so that one is left out and the note alone says it.
 */
export function locations(creator: string, ledger: LossLedger) {
  const told = new Set<string>();
  let waiting: Json[] = [];
  return {
    of(span: Span): string | undefined {
      if (span.label !== "place") return undefined;
      const location = locationOf(span, creator);
      if (location?.["latitude"] === undefined) ledger.add("no-coordinates", "altered", span.id);
      if (!location) return undefined;
      const id = String(location["id"]);
      if (!told.has(id)) waiting.push(location);
      told.add(id);
      return id;
    },
    /** Those that were met since the last time. */
    taken(): Json[] {
      const those = waiting;
      waiting = [];
      return those;
    },
  };
}

function locationOf({ attributes }: Span, creator: string): Json | undefined {
  const { located } = attributes;
  if (located === null || typeof located !== "object" || Array.isArray(located)) return undefined;
  const { name, latitude, longitude, country, admin1, uncertaintyMetres } = located as Json;
  const known = typeof latitude === "number" && typeof longitude === "number" && latitude !== 0 && longitude !== 0;
  if (!known && typeof country !== "string") return undefined;
  const what = saying({
    name,
    ...(known ? { latitude, longitude, precision: furthest(uncertaintyMetres) } : {}),
    country,
    administrative_area: admin1,
  });
  return {
    ...common("location", idOf("location", JSON.stringify(what)), { created: since }),
    created_by_ref: creator,
    ...what,
  };
}

/** From the middle of a square with this side to its corner, in metres. */
const furthest = (side: unknown) => (typeof side === "number" && side > 0 ? Math.ceil(side * Math.SQRT1_2) : undefined);
