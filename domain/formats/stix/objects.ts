import { v5 } from "uuid";

export type Json = Record<string, unknown>;
/** An object of a bundle. */
export type StixObject = Json & { id: string };

/** Of everything that the specification wants no other id for: the same thing has the same id in every bundle. */
const own = "6f0c3f0e-2f0b-4c52-9d0a-3b9a4f6e21c7";
/** STIX 2.1, 2.9: ids of cyber-observable objects are made of what they hold. */
const observables = "00abedb4-aa42-466c-9c01-fed23315a9b7";

export const idOf = (type: string, key: string): string => `${type}--${v5(key, own)}`;

/** The properties in the order of their names, as RFC 8785 has them. */
export const observableId = (type: string, contributing: Json): string =>
  `${type}--${v5(JSON.stringify(contributing), observables)}`;

/** For what has no time of its own, such as a person: fixed, so that it is the same in every bundle. */
export const since = "2026-12-01T00:00:00.000Z";

/** STIX wants UTC, with milliseconds at most. Undefined where nothing says when. */
export function instant(said: string | undefined): string | undefined {
  const at = said === undefined ? Number.NaN : Date.parse(said);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

export type Times = { created: string | undefined; modified?: string | undefined };

/** What every object of a domain has. Nothing was changed before it was made. */
export function common(type: string, id: string, { created, modified }: Times): StixObject {
  const made = instant(created) ?? since;
  const [, latest = made] = [made, instant(modified) ?? made].toSorted();
  return { type, spec_version: "2.1", id, created: made, modified: latest };
}

/** Lists may not be empty in STIX, and there is no null: what says nothing is left out. */
export function saying<T extends Json>(object: T): T {
  const said = Object.entries(object).filter(([, value]) => {
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== null && value !== "";
  });
  return Object.fromEntries(said) as T;
}

/** UTF-8 as base64. */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters);
}
