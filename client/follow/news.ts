import type { Deed } from "@/domain/history/entry";
import type { UserId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

/** What a colleague did just now, in a word, and to how many things. */
export type News = { by: UserId | undefined; what: NewsKind; count: number };

const kinds = {
  tagged: "tagged",
  "changed-tag": "changed",
  "withdrew-tag": "withdrew",
  "restored-tag": "restored",
  accepted: "accepted",
  "accepted-with-change": "accepted",
  returned: "returned",
  rejected: "rejected",
  "undid-verdict": "tookBack",
  "opened-thread": "commented",
  commented: "commented",
  "resolved-thread": "resolved",
  "reopened-thread": "reopened",
  "opened-layers": "openedLayers",
  "closed-report": "closedReport",
  "reopened-report": "reopenedReport",
} as const satisfies Partial<Record<Deed, string>>;
export type NewsKind = (typeof kinds)[keyof typeof kinds];

const kindOf: Readonly<Partial<Record<Deed, NewsKind>>> = kinds;

/** What is new to somebody in these entries, by person and action; what they did themselves is not. */
export function newsOf(entries: readonly LiveEntry[], me: UserId): News[] {
  const groups = new Map<string, { by: UserId | undefined; what: NewsKind; things: Set<string> }>();
  for (const { did, by, id, tagId, refs } of entries) {
    const what = kindOf[did];
    if (!what || by === me) continue;
    const key = `${by} ${what}`;
    const group = groups.get(key) ?? { by, what, things: new Set<string>() };
    group.things.add(what === "commented" ? id : String(refs["threadId"] ?? tagId ?? id));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ by, what, things }) => ({ by, what, count: things.size }));
}
