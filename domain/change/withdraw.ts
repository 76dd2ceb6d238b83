import type { ChangeKind } from "@/domain/change/kind";
import { takenBack } from "@/domain/change/tag-change";
import { setTag, tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import { withdrawnBy } from "@/domain/tag/next-version";

/** Takes back a tag its author no longer stands behind. */
export const withdraw: ChangeKind<"withdraw"> = {
  merges: "content",
  creates: "never",
  apply(world, { undecided }, on, here) {
    const tag = tagIn(world, on.thing as TagId); // this change is only ever of a tag
    if (tag) setTag(world, withdrawnBy(tag, { by: here.me, at: new Date(on.at).toISOString(), undecided }));
  },
  invert: (_change, since) => takenBack(since),
  request: ({ type, undecided }, { reportId, thing, opId, version, verdictId }) => ({
    method: "DELETE",
    path: `/reports/${reportId}/${type}s/${thing}?opId=${opId}&seen=${verdictId ?? "none"}${undecided ? "&undecided=1" : ""}`,
    headers: { "if-match": `"${version ?? 1}"` },
  }),
  operation: ({ undecided }, { thing, version, verdictId, opId }) => ({
    deed: "withdraw",
    id: thing as TagId,
    version: version ?? 1,
    seen: verdictId ?? null,
    opId,
    ...(undecided && { undecided: true as const }),
  }),
};
