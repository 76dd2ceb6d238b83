import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId, ReportId } from "@/domain/ids";
import { type Held, nothingHeld } from "@/domain/protection/protection";
import { countedLayer } from "@/domain/review/counting";
import { withValues } from "@/server/data/export/literal";
import { type Narrowing, reportNarrowed, tagNarrowed } from "@/server/data/export/narrowing";
import { visibleTags } from "@/server/data/visible";

/** What somebody asked to take along. */
export type Asked = {
  actor: Actor;
  standing: Standing;
  projectId: ProjectId;
  reportId: ReportId | undefined;
  states: readonly string[];
  kinds: readonly string[] | null;
  /** Threads and comments leave too. */
  comments: boolean;
  /** What the project protects so that it stays behind; left out where it protects nothing. */
  held?: Held;
  /** Left out: the layer that counts. */
  layer?: string;
  /** Left out: everything. */
  narrowed?: Narrowing;
};

/** The values of `$1` to `$6` in what follows. */
export const askedValues = ({ actor, standing, projectId, reportId, states, kinds, layer }: Asked): unknown[] => [
  actor.workspaceId,
  projectId,
  layer ?? countedLayer(standing.mode),
  states,
  kinds,
  reportId ?? null,
];

/** The condition under which a report may leave: no embargo on it, or one that has ended. */
export const isFree = (report: string): string =>
  `(${report}.embargo_until is null or ${report}.embargo_until <= now())`;

/** The condition under which a report leaves with what was asked for. */
export const reportLeaves = ({ held, narrowed }: Pick<Asked, "held" | "narrowed">, report: string): string =>
  `(${isFree(report)} and ${notHeld(`${report}.id`, held?.reports)} and ${reportNarrowed(narrowed, report)})`;

/** The same of the report that a tag or thread belongs to. */
export const itsReportLeaves = (asked: Asked, tag: string) =>
  `exists (select 1 from report f where f.workspace_id = ${tag}.workspace_id and f.id = ${tag}.report_id
    and ${reportLeaves(asked, "f")})`;

/** That something is not among what is held back; where nothing is, nothing is asked. */
export const notHeld = (column: string, held: readonly string[] | undefined): string =>
  held && held.length > 0 ? withValues(`(${column} is null or ${column} <> all($1::uuid[]))`, [held]) : "true";

/** That a tag names nobody and nothing that is held back. */
function tagNotHeld({ held = nothingHeld }: Asked, tag: string): string {
  const conditions = [
    notHeld(`${tag}.id`, held.tags),
    notHeld(`${tag}.entity_id`, held.entities),
    notHeld(`${tag}.to_entity_id`, held.entities),
  ];
  return conditions.filter((each) => each !== "true").join(" and ") || "true";
}

/** When the layers opened on the report of a tag or thread. */
export const layersOpenedAt = (tag: string) =>
  `(select o.layers_opened_at from report o where o.workspace_id = ${tag}.workspace_id and o.id = ${tag}.report_id)`;

/** The condition under which an annotation leaves. The layer that counts, and nothing this person does not see. */
export function annotationLeaves(asked: Asked, tag: string): string {
  const { actor, standing, narrowed } = asked;
  const columns = { layer: `${tag}.layer`, state: `${tag}.state`, layersOpenedAt: layersOpenedAt(tag) };
  return `(${tag}.workspace_id = $1 and ${tag}.project_id = $2 and ${tag}.type = 'annotation' and ${tag}.layer = $3
    and ${tag}.state = any($4::text[]) and ($5::text[] is null or ${tag}.kind = any($5::text[]))
    and ($6::uuid is null or ${tag}.report_id = $6) and ${itsReportLeaves(asked, tag)} and ${tagNotHeld(asked, tag)}
    and ${tagNarrowed(narrowed, tag)} and ${visibleTags(actor.userId, standing, columns)})`;
}

/** The condition under which a relation was asked for: it leaves if its ends do too, else it stays behind. */
export const relationAsked = (asked: Asked, tag: string): string => {
  const { actor, standing, narrowed } = asked;
  const columns = { layer: `${tag}.layer`, state: `${tag}.state`, layersOpenedAt: layersOpenedAt(tag) };
  return `(${tag}.workspace_id = $1 and ${tag}.project_id = $2 and ${tag}.type = 'relation' and ${tag}.layer = $3
    and ${tag}.state = any($4::text[]) and ($6::uuid is null or ${tag}.report_id = $6) and ${itsReportLeaves(asked, tag)}
    and ${tagNotHeld(asked, tag)} and ${tagNarrowed(narrowed, tag)} and ${visibleTags(actor.userId, standing, columns)})`;
};

/** How PostgreSQL looks for the ends of relations: in a list of all tags that leave, or one by one by their key. */
type Looking = "in a list" | "one by one";
const offset: Record<Looking, string> = { "in a list": "", "one by one": "offset 0" };

const endLeaves = (asked: Asked, end: string, looking: Looking) =>
  `exists (select 1 from tag e where e.workspace_id = $1 and e.id = ${end} and ${annotationLeaves(asked, "e")}
    ${offset[looking]})`;

/** A relation leaves only if it and both its ends do; the other end may be on another report. */
export function relationLeaves(asked: Asked, tag: string, looking: Looking = "in a list"): string {
  return `(${relationAsked(asked, tag)} and ${endLeaves(asked, `${tag}.from_id`, looking)}
    and (${tag}.to_id is null or ${endLeaves(asked, `${tag}.to_id`, looking)}))`;
}
