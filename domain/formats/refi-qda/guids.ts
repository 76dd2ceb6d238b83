import { v5 } from "uuid";

const own = "c2c6d3a4-6a53-4d2b-8d5e-1f1d0a9c7b60";
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Made of what it is about: the same in every file. */
export const madeGuid = (about: string): string => v5(about, own);

/** Ids of ours are guids already; anything else is made one. */
export const guidOf = (id: string): string => (uuid.test(id) ? id : madeGuid(`id ${id}`));

/** As the standard allows it, with capitals and in braces; undefined for what is no guid. */
export function guidIn(said: string | undefined): string | undefined {
  const guid = said
    ?.trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, "$1");
  return guid !== undefined && uuid.test(guid) ? guid : undefined;
}

export const codeGuid = (label: string): string => madeGuid(`code ${label}`);
export const variableGuid = (of: "source" | "entity", name: string): string => madeGuid(`variable ${of} ${name}`);
/**
 * The coding of a tag: its first half says of which version it is, its last digits what was said of it, so that a file
 * that comes back tells how old it is and what was changed in it.
 */
export const codingGuid = (selection: string, version: number, said: string): string =>
  versionPart(selection, version) + madeGuid(`said ${said}`).slice(half);
const half = 24;
const versionPart = (selection: string, version: number) => madeGuid(`coding ${selection} ${version}`).slice(0, half);

export const partGuid = (span: string, nth: number): string => (nth === 0 ? span : madeGuid(`part ${span} ${nth}`));
export const remarkGuid = (thread: string, nth: number): string => madeGuid(`remark ${thread} ${nth}`);
export const passageGuid = (thread: string, nth: number): string => madeGuid(`passage ${thread} ${nth}`);
export const linkNoteGuid = (link: string): string => madeGuid(`said of ${link}`);

/** Versions that are tried to find the one a coding was made of. */
const latest = 30;

/** The version that a coding was made of, and whether `said` is what left; undefined for codings of other tools. */
export function codingOf(selection: string, coding: string, said: string) {
  for (let version = 1; version <= latest; version += 1)
    if (coding.startsWith(versionPart(selection, version)))
      return { version, unchanged: coding === codingGuid(selection, version, said) };
  return undefined;
}
