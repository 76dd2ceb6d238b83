import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { EventId, ReportId, TagId } from "@/domain/ids";
import { seenTags } from "@/server/data/tags/read";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

type Viewer = { actor: Actor; standing: Standing };

/** A report of a dossier: how it came in, its text, its bytes, and what was done with it as a whole. */
export type DossierReport = {
  id: ReportId;
  revisionId: string;
  about: Record<string, unknown>;
  sha256: string;
  fileName: string | null;
  text: string;
  bytes: Buffer;
};

export async function dossierReports(db: Sql, workspaceId: string, ids: readonly ReportId[]): Promise<DossierReport[]> {
  return db.rows<DossierReport>(
    `select r.id, r.revision_id as "revisionId", r.original_sha256 as sha256, r.file_name as "fileName", o.bytes,
            (select coalesce(string_agg(b.before || b.text, '' order by b.ordinal), '') from block b
              where b.workspace_id = r.workspace_id and b.revision_id = r.revision_id)
              || (select v.tail from revision v where v.workspace_id = r.workspace_id and v.id = r.revision_id) as text,
            jsonb_build_object('id', r.id, 'title', r.title, 'outlet', r.outlet, 'author', r.author, 'published', r.published,
              'retrieved', r.retrieved, 'url', r.url, 'language', r.language, 'textSha256', r.text_sha256,
              'capture', jsonb_build_object('importedAt', ${instant("r.created_at")}, 'importedBy', u.name, 'fileName', r.file_name,
                'mediaType', r.media_type, 'encoding', r.encoding, 'encodingBasis', r.encoding_basis, 'bytes', r.byte_length),
              'notice', (select jsonb_build_object('kind', n.kind, 'on', n.noticed_on, 'words', n.words) from report_notice n
                          where n.workspace_id = r.workspace_id and n.report_id = r.id),
              'custody', (select coalesce(jsonb_agg(jsonb_build_object('did', e.did, 'at', ${instant("e.created_at")}, 'by', w.name) order by e.id), '[]')
                            from entry e left join users w on w.id = e.created_by
                           where e.workspace_id = r.workspace_id and e.report_id = r.id and e.tag_id is null and e.layer is null
                             and e.did like '%-report')) as about
       from report r join report_original o on o.workspace_id = r.workspace_id and o.report_id = r.id
       left join users u on u.id = r.created_by
      where r.workspace_id = $1 and r.id = any($2::uuid[]) order by r.id`,
    [workspaceId, ids],
  );
}

export type DossierClaim = {
  id: TagId;
  segments: { start: number; end: number; quote: string }[];
  attributes: unknown;
  verdicts: unknown;
  codebookVersion: number | null;
};

/** What claims say word for word, and how they were decided on; only those that this person sees. */
export async function dossierClaims(
  db: Sql,
  { actor, standing }: Viewer,
  ids: readonly TagId[],
): Promise<DossierClaim[]> {
  return db.rows<DossierClaim>(
    `select t.id, v.attributes, v.anchor->'segments' as segments, v.codebook_version as "codebookVersion",
            (select coalesce(jsonb_agg(jsonb_build_object('version', d.version, 'decision', d.decision, 'reason', d.reason,
                      'by', u.name, 'at', ${instant("d.created_at")}, 'undone', d.undone_at is not null) order by d.created_at, d.id), '[]')
               from verdict d left join users u on u.id = d.created_by
              where d.workspace_id = t.workspace_id and d.tag_id = t.id) as verdicts
       from tag t join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.workspace_id = $1 and t.id = any($2::uuid[]) and ${seenTags(actor, standing)}`,
    [actor.workspaceId, ids],
  );
}

/** Every version of an event with what it said, and every decision on it. */
export async function dossierChanges(
  db: Sql,
  workspaceId: string,
  id: EventId,
): Promise<{ versions: unknown; verdicts: unknown }> {
  const [row] = await db.rows<{ versions: unknown; verdicts: unknown }>(
    `select (select jsonb_agg(jsonb_build_object('version', v.number, 'state', v.state, 'cause', v.cause, 'content', v.content - 'claims',
                      'by', u.name, 'at', ${instant("v.created_at")}) order by v.number)
               from event_version v left join users u on u.id = v.created_by where v.workspace_id = $1 and v.event_id = $2) as versions,
            (select coalesce(jsonb_agg(jsonb_build_object('version', d.version, 'decision', d.decision, 'reason', d.reason,
                      'by', u.name, 'at', ${instant("d.created_at")}) order by d.created_at), '[]')
               from event_verdict d left join users u on u.id = d.created_by where d.workspace_id = $1 and d.event_id = $2) as verdicts`,
    [workspaceId, id],
  );
  return row ?? { versions: [], verdicts: [] };
}
