import type { Given, Option } from "@/cli/command";
import { wrong } from "@/cli/exits";
import type { ImportCheck } from "@/domain/import/annotated";

/** What an import of annotated files is told beside the files. */
export const mapping = {
  format: { says: "which format the files are in; the likeliest when left out", value: "FORMAT" },
  label: {
    says: "what a label becomes: claim, place, source, label:…; nothing after = leaves it out",
    value: "LABEL=KIND",
    many: true,
  },
  link: {
    says: "what a link becomes, such as attributed-to; nothing after = leaves it out",
    value: "LINK=KIND",
    many: true,
  },
  author: {
    says: "which member an author is, by their id; nothing after = a name alone",
    value: "NAME=ID",
    many: true,
  },
  answer: {
    says: "what the check asks about the format; of a table, what a column holds: column:Words=quote",
    value: "NAME=ANSWER",
    many: true,
  },
  as: { says: "open (the usual), accepted, or as-in-file where the format tells decisions", value: "STATE" },
  duplicates: { says: "reports that are there: skip (the usual), or add the tags to them", value: "WHAT" },
  damaged: { says: "takes what is whole of a file that was cut off or changed" },
} as const satisfies Record<string, Option>;

/** "Label=kind", several of them; what stands before the last equals sign is the name. */
export function pairsIn(option: string, said: readonly string[]): Map<string, string> {
  return new Map(
    said.map((each) => {
      const at = each.lastIndexOf("=");
      if (at <= 0) throw wrong(`--${option} is a name, an equals sign and what it becomes, and not “${each}”.`);
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}

/** Of each name of the file what it becomes: as was said, else as the check suggests, else nothing. */
function targets<Target>(
  option: string,
  names: readonly { name: string; suggested: Target }[],
  given: Given,
): Record<string, Target | string | null> {
  const said = pairsIn(option, given.list(option));
  const known = new Set(names.map(({ name }) => name));
  for (const name of said.keys())
    if (!known.has(name))
      throw wrong(`The files have no ${option} “${name}”. They have: ${[...known].join(", ") || "none"}.`);
  return Object.fromEntries(
    names.map(({ name, suggested }) => {
      const own = said.get(name);
      return [name, own === undefined ? suggested : own === "" ? null : own];
    }),
  );
}

/** What is said of how the files are read. */
export const answersIn = (given: Given): Record<string, string> =>
  Object.fromEntries(pairsIn("answer", given.list("answer")));

/** What the job is told, from the options and from what the check found. */
export function mappedBy(given: Given, { asks, labels, links, authors }: ImportCheck) {
  const named = <T>(each: { label: string; suggested?: T }) => ({
    name: each.label,
    suggested: each.suggested ?? null,
  });
  return {
    answers: { ...Object.fromEntries(asks.map(({ name, answer }) => [name, answer])), ...answersIn(given) },
    labels: targets("label", labels.map(named), given),
    links: targets("link", links.map(named), given),
    authors: targets("author", authors, given),
    ...(given.text("as") !== undefined && { as: given.text("as") }),
    ...(given.text("duplicates") !== undefined && { duplicates: given.text("duplicates") }),
    damaged: given.flag("damaged"),
  };
}
