import "server-only";
import { followedAttributes, followedEnd } from "@/server/data/entities/followed";
import { pageSize, type Statements } from "@/server/data/export/asked-of";
import { type Asked, annotationLeaves, askedValues, relationLeaves, reportLeaves } from "@/server/data/export/leaving";
import { threadLeaves } from "@/server/data/export/threads";
import { currentTags, instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

const versionJson = `json_strip_nulls(json_build_object(
    'number', w.number, 'kind', w.kind, 'attributes', w.attributes, 'anchor', w.anchor, 'from', w.from_id,
    'to', w.to_id, 'toEntity', w.to_entity_id, 'toArticle', case when w.to_article then true end, 'state', w.state,
    'origin', w.origin, 'codebookVersion', w.codebook_version, 'by', w.created_by, 'at', ${instant("w.created_at")}))`;

const earlier = `case when v.number > 1 then (select json_agg(${versionJson} order by w.number) from tag_version w
  where w.workspace_id = t.workspace_id and w.tag_id = t.id and w.number < v.number) end`;

const verdicts = `select x.tag_id, json_agg(json_strip_nulls(json_build_object(
    'id', x.id, 'tagId', x.tag_id, 'version', x.version, 'resultVersion', x.result_version, 'decision', x.decision,
    'reason', x.reason, 'wish', x.wish, 'by', x.created_by, 'at', ${instant("x.created_at")}
  )) order by x.created_at, x.id) from verdict x join tag y on y.workspace_id = x.workspace_id and y.id = x.tag_id
  where y.workspace_id = $1 and y.report_id = any($7::uuid[]) and x.undone_at is null group by x.tag_id`;

const threadJson = `json_strip_nulls(json_build_object(
  'id', h.id, 'projectId', h.project_id, 'reportId', h.report_id, 'layer', h.layer,
  'target', case h.target when 'tag' then json_build_object('on', 'tag', 'tagId', h.tag_id)
                          when 'passage' then json_build_object('on', 'passage', 'anchor', h.anchor)
                          else json_build_object('on', 'report') end,
  'state', h.state, 'by', h.created_by, 'at', ${instant("h.created_at")},
  'resolvedBy', h.resolved_by, 'resolvedAt', ${instant("h.resolved_at")},
  'comments', (select coalesce(json_agg(json_strip_nulls(json_build_object(
     'id', c.id, 'threadId', c.thread_id, 'body', c.body, 'prose', c.prose, 'by', c.created_by, 'at', ${instant("c.created_at")},
     'editedAt', ${instant("c.edited_at")})) order by c.created_at, c.id), '[]')
     from comment c where c.workspace_id = h.workspace_id and c.thread_id = h.id)))`;

const reportJson = `json_strip_nulls(json_build_object(
  'id', r.id, 'projectId', r.project_id, 'title', r.title, 'outlet', r.outlet, 'author', r.author,
  'published', r.published, 'retrieved', r.retrieved, 'url', r.url, 'language', r.language, 'direction', r.direction,
  'state', r.state, 'triage', r.triage, 'duplicateOf', r.duplicate_of, 'words', r.words, 'codePoints', r.code_points,
  'layersOpenedAt', ${instant("r.layers_opened_at")}, 'createdAt', ${instant("r.created_at")}, 'createdBy', r.created_by,
  'languageGuessed', r.language_guessed, 'revisionId', r.revision_id, 'revision', n.number,
  'offsetUnit', 'code point', 'textSha256', r.text_sha256,
  'original', json_build_object('sha256', r.original_sha256, 'bytes', r.byte_length, 'encoding', r.encoding,
    'encodingBasis', r.encoding_basis, 'mediaType', r.media_type, 'fileName', r.file_name),
  'extraction', json_build_object('extractor', n.extractor, 'ranges', n.ranges, 'warnings', n.warnings, 'found', n.found),
  'foundConfirmed', r.found_confirmed, 'fields', nullif(r.fields, '{}'::jsonb), 'closedAt', ${instant("r.closed_at")}))`;

const counted = (leaves: string) =>
  `case when $8::boolean then (select count(*) from tag t where t.workspace_id = $1 and t.report_id = r.id and ${leaves}) else 0 end`;

/** What merged entities are called now; where none were merged, what was said is what is meant. */
async function namings(db: Sql, { actor, projectId }: Asked) {
  const [row] = await db.rows<{ merged: boolean }>(
    `select exists (select 1 from entity where workspace_id = $1 and project_id = $2 and merged_into is not null) as merged`,
    [actor.workspaceId, projectId],
  );
  if (!row?.merged) return { meant: "v.attributes, null", end: "v.to_entity_id, null" };
  return {
    meant: `m.attributes, case when m.attributes <> v.attributes then v.attributes end`,
    end: `${followedEnd}, v.to_entity_id`,
    from: `cross join lateral (select ${followedAttributes} as attributes offset 0) m`,
  };
}

/** The statements for what was asked for. Their columns are read by `tagFrom` and its neighbours, in this order. */
export async function statementsFor(db: Sql, asked: Asked): Promise<Statements> {
  const { meant, end, from = "" } = await namings(db, asked);
  const [annotation, relation] = [annotationLeaves(asked, "t"), relationLeaves(asked, "t")];
  // Of few reports: a list of everything that leaves would be made again for each group of them.
  const near = relationLeaves(asked, "t", "one by one");
  const linked = `exists (select 1 from tag l where l.workspace_id = $1 and l.to_id = t.id and l.type = 'relation' offset 0)`;
  return {
    values: askedValues(asked),
    page: `select ${reportJson} as report, n.tail,
        (select count(*)::int from tag t where t.workspace_id = r.workspace_id and t.report_id = r.id) as weight,
        json_build_object('annotations', ${counted(annotation)}, 'relations', ${counted(relation)}) as leaving
      from report r join revision n on n.workspace_id = r.workspace_id and n.id = r.revision_id
     where r.workspace_id = $1 and r.project_id = $2 and ($6::uuid is null or r.id = $6) and ${reportLeaves(asked, "r")}
       and ($7::uuid is null or r.id > $7::uuid)
     order by r.id limit ${pageSize}`,
    blocks: `select r.id, b.ordinal, b.type, b.attributes, b.start, b.before, b.text
       from report r join block b on b.workspace_id = r.workspace_id and b.revision_id = r.revision_id
      where r.workspace_id = $1 and r.id = any($7::uuid[]) order by r.id, b.ordinal`,
    threads: `select h.report_id, ${threadJson} from thread h
      where h.report_id = any($7::uuid[]) and ${threadLeaves(asked, "h")} order by h.report_id, h.created_at, h.id`,
    verdicts,
    tags: `select t.report_id, t.type, t.id, v.kind, t.layer, t.state, v.number,
        case when t.derived_from <> '{}' then array_to_json(t.derived_from) end, t.created_by, t.created_at, v.created_by,
        v.created_at, v.origin, v.codebook_version, v.from_id, v.to_id, v.to_article, v.state, v.anchor, ${meant},
        ${end}, ${earlier}
      from ${currentTags} ${from}
     where t.workspace_id = $1 and t.report_id = any($7::uuid[])
       and ($8::boolean and ${annotation} and ($9::text[] is null or t.kind = any($9::text[]) or $10::boolean and ${linked})
         or $11::boolean and ${near})
     order by t.report_id, t.type, t.span_start, t.span_end desc, t.id`,
  };
}
