import type { ChangeKind } from "@/domain/change/kind";
import { setTag, tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";

/** Takes one's own decision back. */
export const undoVerdict: ChangeKind<"undo-verdict"> = {
  creates: "never",
  cancels: "decide",
  apply(world, _change, on) {
    const tag = tagIn(world, on.thing as TagId); // this change is only ever of a tag
    if (!tag) return;
    const { verdict: _verdict, ...undecided } = tag;
    setTag(world, { ...undecided, state: "open" });
  },
  invert(_change, { before }) {
    if (!before?.verdict) return undefined;
    const { decision, reason } = before.verdict;
    return { deed: "decide", type: before.type, decision, reason };
  },
  request: (_change, { verdictId }) => ({ method: "DELETE", path: `/verdicts/${verdictId ?? ""}` }),
};
