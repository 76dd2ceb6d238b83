import "server-only";
import { followedAttributes, followedEnd } from "@/server/data/entities/followed";

/** An instant as the API says it: ISO 8601 in UTC with milliseconds. */
export const instant = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const decided = `json_build_object('id', d.id, 'decision', d.decision, 'version', coalesce(d.result_version, d.version),
  'reason', d.reason, 'wish', d.wish, 'by', d.created_by, 'at', ${instant("d.created_at")})`;

const latestVerdict = (until: string) => `(select ${decided} from verdict d
  where d.workspace_id = t.workspace_id and d.tag_id = t.id and d.undone_at is null${until}
  order by d.created_at desc, d.id desc limit 1)`;

/** What a version `v` says of entities: as it was said, or of those who are meant now that some were merged. */
type Naming = { attributes: string; toEntity: string };
const asSaid: Naming = { attributes: "v.attributes", toEntity: "v.to_entity_id" };
const asMeant: Naming = { attributes: followedAttributes, toEntity: followedEnd };

const tagJson = (state: string, until: string, { attributes, toEntity }: Naming) => `json_strip_nulls(json_build_object(
  'id', t.id, 'projectId', t.project_id, 'reportId', t.report_id, 'layer', t.layer, 'state', ${state},
  'version', v.number, 'attributes', ${attributes}, 'origin', v.origin, 'codebookVersion', v.codebook_version,
  'derivedFrom', case when t.derived_from <> '{}' then t.derived_from end, 'createdBy', t.created_by, 'createdAt', ${instant("t.created_at")},
  'updatedBy', v.created_by, 'updatedAt', ${instant("v.created_at")}, 'verdict', ${latestVerdict(until)},
  'type', t.type, 'kind', v.kind,
  'revisionId', case t.type when 'annotation' then v.anchor->'revisionId' end,
  'segments', case t.type when 'annotation' then v.anchor->'segments' end,
  'from', v.from_id, 'to', v.to_id, 'toEntity', ${toEntity},
  'toArticle', case when v.to_article then true end,
  'cue', case t.type when 'relation' then v.anchor end))`;

/**
 * A `Tag` as it is now, from `currentTags`, with the entities that it means now. No attribute is ever null, so nothing
 * said is stripped.
 */
export const tagNow = tagJson("t.state", "", asMeant);

/** A `Tag` as a version `v` of tag `t` left it. */
export const tagThen = tagJson("v.state", " and d.created_at <= v.created_at", asSaid);

/** Every tag `t` with its current version `v`. */
export const currentTags = `tag t join tag_version v
  on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version`;

const verdict = `'id', d.id, 'tagId', d.tag_id, 'version', d.version, 'resultVersion', d.result_version,
  'decision', d.decision, 'reason', d.reason, 'wish', d.wish, 'by', d.created_by, 'at', ${instant("d.created_at")}`;

/** A `Verdict` from `verdict d`. */
export const shownVerdict = `json_strip_nulls(json_build_object(${verdict}))`;

/** A `KeptVerdict` from `verdict d`. */
export const keptVerdict = `json_strip_nulls(json_build_object(${verdict}, 'opId', d.op_id,
  'stateBefore', d.state_before, 'undone', d.undone_at is not null))`;
