import type { Me } from "@/domain/people/me";
import { rankOf } from "@/domain/people/palette-rank";
import type { NamedThing } from "@/domain/search/named-thing";
import { placesOf } from "@/domain/search/terms";

/** Something that can be chosen: what it is called, and where it leads or what it does. */
export type Choice = {
  /** By which its use is remembered. */
  key: string;
  of: NamedThing["of"] | "project" | "page" | "part" | "action" | "search";
  name: string;
  detail?: string | undefined;
} & ({ href: string } | { run: () => void });

type Used = NonNullable<Me["preferences"]["palette"]>;

/** The words of a text as they are looked for. */
export const wordsIn = (text: string): string[] => placesOf(text).flatMap(({ terms }) => terms[0] ?? []);

/** Choices in whose name each word that was typed begins a word; those used most first, otherwise as they came. */
export function fitting(choices: readonly Choice[], q: string, used: Used, now: string): Choice[] {
  const typed = wordsIn(q);
  const fit = choices.filter(({ name, detail = "" }) => {
    const words = wordsIn(`${name} ${detail}`);
    return typed.every((word) => words.some((each) => each.startsWith(word)));
  });
  return ranked(fit, used, now);
}

/** Those used most first, otherwise as they came. */
export const ranked = (choices: readonly Choice[], used: Used, now: string): Choice[] =>
  choices.toSorted((a, b) => rankOf(used, b.key, now) - rankOf(used, a.key, now));

export const choiceOf = ({ of, id, name, detail, projectId, projectName }: NamedThing): Choice => ({
  ...{ key: `${of}:${id}`, of, name },
  detail: detail ? `${detail} · ${projectName}` : projectName,
  href:
    of === "report"
      ? `/reports/${id}`
      : of === "entity"
        ? `/projects/${projectId}/entities/${id}`
        : `/search?${new URLSearchParams({ project: projectId, q: `place:"${name.replaceAll('"', " ")}"` })}`,
});

const idOf = /^(?:report|entity):(.+)$/;

/** The reports and entities that were used most, to be asked for by their ids. */
export const usedIds = (used: Used, now: string): string[] =>
  Object.keys(used)
    .toSorted((a, b) => rankOf(used, b, now) - rankOf(used, a, now))
    .flatMap((key) => idOf.exec(key)?.[1] ?? [])
    .slice(0, 8);
