import type { Codebook } from "@/domain/codebook/codebook";
import { type LabelKey, labelKeys } from "@/domain/codebook/codebook-values";

/**
 * Which label each of the keys 4 to 9 stands for, by slug: those that ask for one have it, the others get what is left
 * in the order of the codebook.
 */
export function keysOf(labels: Codebook["labels"]): Map<string, LabelKey> {
  const inUse = labels.filter(({ retired }) => !retired);
  const asked = new Map<LabelKey, string>();
  for (const { slug, key } of inUse) if (key && !asked.has(key)) asked.set(key, slug);
  const keys = new Map([...asked].map(([key, slug]) => [slug, key]));
  const left = labelKeys.filter((key) => !asked.has(key));
  for (const { slug, key } of inUse) {
    const next = key ? undefined : left.shift();
    if (next) keys.set(slug, next);
  }
  return keys;
}
