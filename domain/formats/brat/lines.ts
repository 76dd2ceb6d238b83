import type { SaidRange } from "@/domain/interchange/units";

/** One line of a standoff file, taken apart. Targets are names of other lines. */
export type AnnLine =
  | { is: "text-bound"; name: string; label: string; fragments: readonly SaidRange[]; words: string }
  | { is: "event"; name: string; trigger: string; roles: readonly Role[] }
  | { is: "relation"; name: string; label: string; roles: readonly Role[] }
  | { is: "equivalence"; label: string; targets: readonly string[] }
  | { is: "attribute"; name: string; attribute: string; target: string; value: string | undefined }
  | { is: "reference"; name: string; target: string; key: string; words: string }
  | { is: "note"; name: string; kind: string; target: string; text: string };
export type Role = { role: string; target: string };

/** What a line says, or what was expected of it. */
export function lineIn(line: string): AnnLine | { expected: string } {
  const [name = "", body = "", ...more] = line.split("\t");
  const rest = more.join("\t");
  switch (name.charAt(0)) {
    case "T":
      return textBound(name, body, rest);
    case "E":
      return event(name, body);
    case "R":
      return relation(name, body);
    case "*":
      return equivalence(body);
    case "A":
    case "M":
      return attribute(name, body);
    case "N":
      return reference(name, body, rest);
    case "#":
      return note(name, body, rest);
    default:
      return { expected: "a line that begins with T, E, R, *, A, M, N or #" };
  }
}

const wordsIn = (body: string) => body.trim().split(/ +/);

function textBound(name: string, body: string, words: string) {
  const found = /^(\S+) (-?\d+ -?\d+(?:;-?\d+ -?\d+)*)$/.exec(body.trim());
  const [, label, places] = found ?? [];
  if (label === undefined || places === undefined) return { expected: "T, a tab, TYPE START END, a tab, the words" };
  const fragments = places.split(";").map((place) => {
    const [start = "", end = ""] = place.split(" ");
    return { start: Number(start), end: Number(end) };
  });
  return { is: "text-bound" as const, name, label, fragments, words };
}

function rolesIn(words: readonly string[]): Role[] | undefined {
  const roles = words.map((word) => {
    const at = word.lastIndexOf(":");
    return { role: word.slice(0, Math.max(at, 0)), target: word.slice(at + 1) };
  });
  return roles.every(({ role, target }) => role !== "" && target !== "") ? roles : undefined;
}

function event(name: string, body: string) {
  const [first, ...roles] = rolesIn(wordsIn(body)) ?? [];
  if (!first) return { expected: "E, a tab, TYPE:TRIGGER ROLE:TARGET" };
  return { is: "event" as const, name, trigger: first.target, roles };
}

function relation(name: string, body: string) {
  const [label = "", ...words] = wordsIn(body);
  const roles = rolesIn(words);
  if (label === "" || roles?.length !== 2) return { expected: "R, a tab, TYPE Arg1:ID Arg2:ID" };
  return { is: "relation" as const, name, label, roles };
}

function equivalence(body: string) {
  const [label = "", ...targets] = wordsIn(body);
  if (label === "" || targets.length < 2) return { expected: "*, a tab, TYPE ID ID" };
  return { is: "equivalence" as const, label, targets };
}

function attribute(name: string, body: string) {
  const found = /^(\S+) (\S+)(?: (.*))?$/s.exec(body);
  const [, what, target, value] = found ?? [];
  if (what === undefined || target === undefined) return { expected: "A, a tab, NAME ID VALUE" };
  return { is: "attribute" as const, name, attribute: what, target, value };
}

function reference(name: string, body: string, words: string) {
  const found = /^\S+ (\S+) (\S.*)$/s.exec(body);
  const [, target, key] = found ?? [];
  if (target === undefined || key === undefined)
    return { expected: "N, a tab, Reference ID BASE:KEY, a tab, the name" };
  return { is: "reference" as const, name, target, key, words };
}

function note(name: string, body: string, text: string) {
  const found = /^(\S+) (\S+)$/.exec(body.trim());
  const [, kind, target] = found ?? [];
  if (kind === undefined || target === undefined) return { expected: "#, a tab, KIND ID, a tab, the note" };
  return { is: "note" as const, name, kind, target, text };
}
