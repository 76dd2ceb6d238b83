import type { Span } from "@/client/desk/desk";
import type { Thread } from "@/domain/discussion/thread";
import type { TagId } from "@/domain/ids";

/** What a discussion is about. */
export type About = { on: "report" } | { on: "tag"; tagId: TagId } | { on: "passage"; spans: readonly Span[] };

/** Threads on passages belong to the report's own list, too: they have no tag to be found at. */
export function isAbout({ target }: Thread, about: About): boolean {
  if (about.on === "tag") return target.on === "tag" && target.tagId === about.tagId;
  if (about.on === "report") return target.on !== "tag";
  return (
    target.on === "passage" &&
    target.anchor.segments.some((here) => about.spans.some((span) => here.start < span.end && span.start < here.end))
  );
}
