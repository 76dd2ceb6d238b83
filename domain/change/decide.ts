import type { AnnotationBody, TagBody } from "@/domain/change/change";
import type { ChangeKind } from "@/domain/change/kind";
import { putAnnotation } from "@/domain/change/put-annotation";
import { putRelation } from "@/domain/change/put-relation";
import { setTag, tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import { afterVerdict } from "@/domain/tag/state";

const isOfAnnotation = (body: TagBody): body is AnnotationBody => "segments" in body;

/** Decides on the version of a tag that was seen; a correction is written, or goes along as what is suggested. */
export const decide: ChangeKind<"decide"> = {
  creates: "never",
  apply(world, { decision, reason, change }, on, here) {
    const id = on.thing as TagId; // this change is only ever of a tag
    if (change && decision === "accept-with-change") {
      if (isOfAnnotation(change)) putAnnotation.apply(world, { deed: "put-annotation", body: change }, on, here);
      else putRelation.apply(world, { deed: "put-relation", body: change }, on, here);
    }
    const tag = tagIn(world, id);
    const state = tag && afterVerdict(tag.state, decision);
    if (!tag || !state || state === "not-decidable") return;
    const wish = decision === "return" && change ? { wish: change } : {};
    const at = new Date(on.at).toISOString();
    setTag(world, { ...tag, state, verdict: { decision, reason, version: tag.version, by: here.me, at, ...wish } });
  },
  invert: () => ({ deed: "undo-verdict" }),
  request: ({ type, decision, reason, change }, { thing, version, verdictId, opId }) => ({
    method: "POST",
    path: `/${type}s/${thing}/verdicts`,
    body: {
      decision,
      reason,
      version: version ?? 1,
      seen: verdictId ?? null,
      opId,
      ...(change ? { change } : {}),
    },
  }),
  async bare(said, hash) {
    const { change } = said;
    if (!change) return said;
    const put = isOfAnnotation(change)
      ? await putAnnotation.bare?.({ deed: "put-annotation", body: change }, hash)
      : await putRelation.bare?.({ deed: "put-relation", body: change }, hash);
    return put ? { ...said, change: put.body } : said;
  },
};
