import { saidIn } from "@/domain/codebook/normal-form";

type Said = Readonly<Record<string, unknown>>;

/** Words of one's own: two analysts never write the same, so they are shown and picked, but are no disagreement. */
export const ownWords: readonly string[] = ["restatement", "note"];

/** One text for everything that means the same: keys in order, and lists of attributes in any order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`;
}

/**
 * The attributes, by name, that not everybody fills in alike. What is left out differs from what is said, but not from
 * what says nothing.
 */
export function differingAttributes(attributes: readonly Said[]): string[] {
  const all = attributes.map(saidIn);
  const names = new Set(all.flatMap((said) => Object.keys(said)));
  return [...names].filter((name) => new Set(all.map((said) => canonical(said[name]))).size > 1).toSorted();
}

/** How alike two people filled in a tag, by what `saidIn` says of it: from 0 to 1. */
export function likeness(a: Said, b: Said): number {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  if (names.size === 0) return 1;
  return [...names].filter((name) => canonical(a[name]) === canonical(b[name])).length / names.size;
}
