import type { Legacy } from "@/domain/event/legacy";

/** Where it came from, for the sheet. */
export const originOf = (legacy: Legacy | undefined): string | undefined =>
  legacy && [`${legacy.file}, row ${legacy.row}`, legacy.formerId].filter(Boolean).join(", ");

/** Whether two versions of an event come from the same row. */
export const sameOrigin = (one: Legacy | undefined, other: Legacy | undefined): boolean =>
  originOf(one) === originOf(other) && JSON.stringify(one?.other) === JSON.stringify(other?.other);
