import type { z } from "zod";

const formats: Record<string, string> = {
  email: "An e-mail address like name@example.org.",
  url: "A web address that starts with https:// or http://.",
  uuid: "A UUID.",
  datetime: "An instant like 2026-11-22T14:00:00Z.",
  date: "A day like 2026-11-22.",
};
const types: Record<string, string> = {
  string: "Text is expected here.",
  number: "A number is expected here.",
  int: "A whole number is expected here.",
  boolean: "true or false is expected here.",
  array: "A list is expected here.",
  object: "An object is expected here.",
  record: "An object is expected here.",
};
const units: Record<string, readonly [one: string, many: string]> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

/**
 * What is wrong with a field, in words for the person who filled it in. Pass it to `safeParse`; a schema's own words
 * go first.
 */
export function fieldWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "This is missing." : types[issue.expected];
    case "invalid_format":
      return formats[issue.format];
    case "invalid_value":
      return `One of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "This can’t be empty.";
      return issue.inclusive === false
        ? `More than ${issue.minimum}.`
        : `At least ${amount(issue.minimum, issue.origin)}.`;
    case "too_big":
      return issue.inclusive === false
        ? `Less than ${issue.maximum}.`
        : `At most ${amount(issue.maximum, issue.origin)}.`;
    case "unrecognized_keys":
      return noSuchFields(issue.keys);
    default:
      return undefined;
  }
}

/** Some of the fields by name, however many there are. */
function noSuchFields(keys: readonly string[]): string {
  const some = keys.slice(0, 5).map((key) => `“${key.slice(0, 40)}”`);
  const more = keys.length - some.length;
  const names = more > 0 ? `${some.join(", ")} and ${more.toLocaleString("en")} more` : some.join(", ");
  return `There is no such field: ${names}.`;
}

function amount(count: number | bigint, origin: string): string {
  const [one, many] = units[origin] ?? ["", ""];
  return `${Number(count).toLocaleString("en")} ${Number(count) === 1 ? one : many}`.trim();
}
