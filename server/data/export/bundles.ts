import "server-only";
import type { Thread } from "@/domain/discussion/thread";
import type { ReportBundle, TagRecord } from "@/domain/formats/dataset";
import type { ReportId } from "@/domain/ids";
import { Report, staysInTheHouse } from "@/domain/report/report";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";
import { type Asked, annotationLeaves, askedValues, isFree, relationLeaves } from "@/server/data/export/leaving";
import { threadLeaves } from "@/server/data/export/threads";
import { reportWithText } from "@/server/data/report-text";
import { currentTags, instant, tagNow } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

const versions = `(select coalesce(json_agg(json_strip_nulls(json_build_object(
    'number', w.number, 'kind', w.kind, 'attributes', w.attributes, 'anchor', w.anchor, 'from', w.from_id,
    'to', w.to_id, 'toEntity', w.to_entity_id, 'toArticle', case when w.to_article then true end, 'state', w.state,
    'origin', w.origin, 'codebookVersion', w.codebook_version, 'by', w.created_by, 'at', ${instant("w.created_at")}
  )) order by w.number), '[]') from tag_version w where w.workspace_id = t.workspace_id and w.tag_id = t.id)`;

const verdicts = `(select coalesce(json_agg(json_strip_nulls(json_build_object(
    'id', x.id, 'tagId', x.tag_id, 'version', x.version, 'resultVersion', x.result_version, 'decision', x.decision,
    'reason', x.reason, 'by', x.created_by, 'at', ${instant("x.created_at")}
  )) order by x.created_at, x.id), '[]') from verdict x
  where x.workspace_id = t.workspace_id and x.tag_id = t.id and x.undone_at is null)`;

const threadJson = `json_strip_nulls(json_build_object(
  'id', h.id, 'projectId', h.project_id, 'reportId', h.report_id, 'layer', h.layer,
  'target', case h.target when 'tag' then json_build_object('on', 'tag', 'tagId', h.tag_id)
                          when 'passage' then json_build_object('on', 'passage', 'anchor', h.anchor)
                          else json_build_object('on', 'report') end,
  'state', h.state, 'by', h.created_by, 'at', ${instant("h.created_at")},
  'resolvedBy', h.resolved_by, 'resolvedAt', ${instant("h.resolved_at")},
  'comments', (select coalesce(json_agg(json_strip_nulls(json_build_object(
     'id', c.id, 'threadId', c.thread_id, 'body', c.body, 'by', c.created_by, 'at', ${instant("c.created_at")},
     'editedAt', ${instant("c.edited_at")})) order by c.created_at, c.id), '[]')
     from comment c where c.workspace_id = h.workspace_id and c.thread_id = h.id)))`;

const pageSize = 50;
const ExportedReport = Report.omit(staysInTheHouse);

/** Every report that was asked for with what leaves of it, oldest import first, one report in memory at a time. */
export async function* bundlesOf(db: Sql, asked: Asked): AsyncGenerator<ReportBundle> {
  let after: ReportId | undefined;
  while (true) {
    const page = await db.rows<{ id: ReportId }>(
      `select id from report where workspace_id = $1 and project_id = $2 and ($3::uuid is null or id = $3) and ${isFree("report")}
          and ($4::uuid is null or id > $4) order by id limit ${pageSize}`,
      [asked.actor.workspaceId, asked.projectId, asked.reportId ?? null, after ?? null],
    );
    for (const { id } of page) yield await bundleOf(db, asked, id);
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

async function bundleOf(db: Sql, asked: Asked, id: ReportId): Promise<ReportBundle> {
  const found = await reportWithText(db, asked.actor, asked.standing, id);
  if (!found) throw new Error("A report vanished from a snapshot.");
  const report = ExportedReport.parse(found.report);
  const values = [...askedValues(asked), id];
  const tags = await db.rows<TagRecord<Tag>>(
    `select ${tagNow} as tag, ${versions} as versions, ${verdicts} as verdicts from ${currentTags}
      where t.workspace_id = $1 and t.report_id = $7 and (${annotationLeaves(asked, "t")} or ${relationLeaves(asked, "t")})
      order by t.type, t.span_start, t.span_end desc, t.id`,
    values,
  );
  const threads = await db.rows<{ thread: Thread }>(
    `select ${threadJson} as thread from thread h where h.report_id = $7 and ${threadLeaves(asked, "h")}
      order by h.created_at, h.id`,
    values,
  );
  return {
    report: { ...report, blocks: found.blocks },
    annotations: tags.filter(isOf<Annotation>("annotation")),
    relations: tags.filter(isOf<Relation>("relation")),
    threads: threads.map(({ thread }) => thread),
  };
}

const isOf =
  <T extends Tag>(type: T["type"]) =>
  (record: TagRecord<Tag>): record is TagRecord<T> =>
    record.tag.type === type;
