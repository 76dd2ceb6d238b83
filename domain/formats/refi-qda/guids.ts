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
/** The coding of a version of a tag: by it a file that comes back says which version it was made of. */
export const codingGuid = (selection: string, version: number): string => madeGuid(`coding ${selection} ${version}`);
export const partGuid = (span: string, nth: number): string => (nth === 0 ? span : madeGuid(`part ${span} ${nth}`));
export const remarkGuid = (thread: string, nth: number): string => madeGuid(`remark ${thread} ${nth}`);
export const passageGuid = (thread: string, nth: number): string => madeGuid(`passage ${thread} ${nth}`);
export const linkNoteGuid = (link: string): string => madeGuid(`said of ${link}`);

/** Versions that are tried to find the one a coding was made of. */
const latest = 200;

export function versionOfCoding(selection: string, coding: string): number | undefined {
  for (let version = 1; version <= latest; version += 1) if (codingGuid(selection, version) === coding) return version;
  return undefined;
}
