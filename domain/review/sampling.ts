import type { UserId } from "@/domain/ids";
import type { ReviewSettings } from "@/domain/project/review-settings";

/** What of a claim decides whether somebody must look at it. */
export type Stakes = { casualties: boolean; checkWorthy: boolean };

/** A tag as sampling sees it: a link goes with the claim it starts from, so that a card is looked at whole. */
export type Sampled = Stakes & { key: string; author: UserId };

/** Who made a tag: their own rate if they have one, and how many of their tags were decided so far. */
export type Author = { rate?: number | undefined; decided: number };

export type Sampling = {
  settings: Pick<ReviewSettings, "rate" | "newUntil">;
  authors: ReadonlyMap<UserId, Author>;
};

/** Why a reviewer has to look at a tag. */
export const reasonsToLook = ["casualties", "check-worthy", "new analyst", "drawn"] as const;
export type Because = (typeof reasonsToLook)[number];

const none: Author = { decided: 0 };

/**
 * Why this tag has to be looked at; undefined when it may be accepted unseen.
 *
 * Casualties and check-worthy claims always are, and all of a new analyst. Which others are drawn depends on the
 * tag's id alone: the same ones for everybody, on every day, and a higher rate only adds to them.
 */
export function whySampled(tag: Sampled, { settings, authors }: Sampling): Because | undefined {
  if (tag.casualties) return "casualties";
  if (tag.checkWorthy) return "check-worthy";
  const { rate = settings.rate, decided } = authors.get(tag.author) ?? none;
  if (decided < settings.newUntil && rate < 1) return "new analyst";
  return drawOf(tag.key) < rate ? "drawn" : undefined;
}

/**
 * A number in [0, 1) that belongs to a text: FNV-1a (Fowler, Noll, Vo) with the finalizer of MurmurHash3 (Appleby),
 * so that ids which differ in their last digits lie far apart.
 */
export function drawOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const casualties: ReadonlySet<unknown> = new Set(["killed", "injured"]);

/** What is at stake in a claim, from its attributes; nothing in any other tag. */
export function stakesOf(kind: string, attributes: Readonly<Record<string, unknown>>): Stakes {
  const { quantities, checkWorthy } = attributes;
  if (kind !== "claim") return { casualties: false, checkWorthy: false };
  return {
    casualties: Array.isArray(quantities) && quantities.some((each: { what?: unknown }) => casualties.has(each.what)),
    checkWorthy: checkWorthy === true,
  };
}
