import "server-only";
import type { Actor } from "@/domain/access/actor";
import { refusalInProject, writingLayer } from "@/domain/access/policy";
import { type Failure, fail, ok, type Result } from "@/domain/failure";
import { type OpId, type ProjectId, ReportId, TagId } from "@/domain/ids";
import type { TaggedHits, TagHits, UndoneHits } from "@/domain/search/tag-hits";
import type { Sent } from "@/domain/tag/change";
import { standingIn } from "@/server/data/standings";
import { madeTogether, spansTagged } from "@/server/data/tags/made-together";
import { sql } from "@/server/data/transaction";
import { idFor } from "@/server/new-id";
import { changeTags } from "@/server/operations/change-tags";

/** What was tagged; of each report with something that could not be, how many hits, and the first failure. */
type Tagged = Omit<TaggedHits, "refused"> & { refused: { reportId: ReportId; hits: number; failure: Failure }[] };

type Wanted = TagHits["hits"][number];

const spot = ({ reportId, start, end }: Pick<Wanted, "reportId" | "start" | "end">) => `${reportId} ${start} ${end}`;

/** Tags hits of a concordance, report by report, each as if it were tagged in the reader; words that have such a tag stay. */
export async function tagHits(actor: Actor, projectId: ProjectId, asked: TagHits): Promise<Result<Tagged>> {
  const layer = await mayTag(actor, projectId);
  if (!layer.ok) return layer;
  const { opId, kind, hits } = asked;
  const reports = [...new Set(hits.map(({ reportId }) => reportId))];
  const tagged = await spansTagged(sql, actor, { projectId, layer: layer.value, kind, reports });
  const answer: Tagged = { made: 0, same: 0, refused: [] };
  for (const reportId of reports) {
    const here = hits.filter((hit) => hit.reportId === reportId);
    const idOf = (hit: Wanted) => idFor(TagId, [opId, spot(hit)]);
    const before = here.filter((hit) => tagged.has(spot(hit)));
    const mine = before.filter((hit) => tagged.get(spot(hit))?.includes(idOf(hit)));
    answer.made += mine.length;
    answer.same += before.length - mine.length;
    const sent = here.filter((hit) => !tagged.has(spot(hit))).map((hit) => change(asked, hit, idOf(hit)));
    if (sent.length === 0) continue;
    const answers = await changeTags(actor, reportId, sent);
    const refusals = answers.ok
      ? answers.value.flatMap((each) => (each.ok ? [] : [each.failure]))
      : sent.map((): Failure => answers.failure);
    answer.made += sent.length - refusals.length;
    const [first] = refusals;
    if (first) answer.refused.push({ reportId, hits: refusals.length, failure: first });
  }
  return ok(answer);
}

const change = ({ opId, kind, attributes }: TagHits, { revisionId, start, end, quote }: Wanted, id: TagId): Sent => ({
  ok: true,
  value: {
    deed: "put-annotation",
    id,
    body: { kind, revisionId, segments: [{ start, end, quote }], attributes, opId },
  },
});

async function mayTag(actor: Actor, projectId: ProjectId) {
  const standing = await standingIn(sql, actor, projectId);
  if (!standing) return fail({ kind: "not-found" });
  const refusal = refusalInProject(actor, standing, "tag");
  return refusal ? fail(refusal) : ok(writingLayer(actor.userId, standing));
}

/** Takes back what one change tagged, but for what somebody has changed or decided since. */
export async function undoTaggedHits(actor: Actor, projectId: ProjectId, opId: OpId): Promise<Result<UndoneHits>> {
  const layer = await mayTag(actor, projectId);
  if (!layer.ok) return layer;
  const made = await madeTogether(sql, actor, { projectId, opId });
  const answer: UndoneHits = { withdrawn: 0, stayed: 0 };
  for (const reportId of new Set(made.map((each) => each.reportId))) {
    const here = made.filter((each) => each.reportId === reportId);
    const untouched = here.filter(({ version, state }) => version === 1 && state === "open");
    const sent = untouched.map(({ id }): Sent => ({ ok: true, value: { deed: "withdraw", id, version: 1 } }));
    const answers = sent.length > 0 ? await changeTags(actor, ReportId.parse(reportId), sent) : ok([]);
    const gone = answers.ok ? answers.value.filter((each) => each.ok).length : 0;
    answer.withdrawn += gone;
    answer.stayed += here.length - gone;
  }
  return ok(answer);
}
