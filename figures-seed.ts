import { randomUUID } from "node:crypto";
import { aReport } from "@/prisma/builders/report";
import { sql } from "@/server/data/transaction";
import { aPerson, joins } from "@/prisma/builders/person";
import { aProject } from "@/prisma/builders/project";
import { scopes, type Actor } from "@/domain/access/actor";
import { TokenId, UserId, WorkspaceId } from "@/domain/ids";
import { newId } from "@/server/new-id";
import { seededChance, pick } from "@/domain/agreement/chance";
import { closePool } from "@/server/data/pool";

const R = Number(process.argv[2] ?? 36), A = Number(process.argv[3] ?? 4), T = Number(process.argv[4] ?? 24);
const [editorRow] = await sql.rows<any>("select u.id, u.name, u.email, m.workspace_id from users u join workspace_member m on m.user_id=u.id where u.demo and m.role='admin' or u.email like '%editor%' limit 1");
const editor: Actor = { userId: UserId.parse(editorRow.id), workspaceId: WorkspaceId.parse(editorRow.workspace_id), email: editorRow.email, name: editorRow.name, workspaceRole: "admin", scopes, via: { token: newId(TokenId) } };
const projectId = await aProject(editor, { mode: "independent", slug: `blind-${R}-${Date.now()}`, name: `Blind week ${R}` });
const names = ["Amal Haddad", "Badr el-Din", "Chiara Rossi", "Demba Diallo", "Elif Kaya", "Farah Aziz", "Goran Ilic", "Hana Novak", "Idris Bello", "Jana Weber"];
const people: Actor[] = [];
for (let i = 0; i < A; i++) people.push(await joins(await aPerson(editor.workspaceId, { name: names[i]! }), projectId, "analyst"));
const kinds = ["claim", "place", "source", "label:rumour"];
const chance = seededChance(5);
const titles = ["Bridge closed at Atbara", "Shells fall on the market of Kadugli", "Convoy turns back near El Obeid", "Ministry denies the flood toll", "Two killed at a checkpoint", "Wells poisoned, say elders"];
const certs = ["certain", "probable", "possible"];
for (let r = 0; r < R; r++) {
  const words = "On Monday a senior source said that hundreds of people had left the town for the hills beyond the river. ".repeat(Math.ceil(T * 60 / 100));
  const report = await aReport(editor, projectId, { title: `${titles[r % titles.length]}, part ${r + 1}`, text: `${r} ${words}`.slice(0, T * 60 + 20) });
  const submitted = new Date(Date.UTC(2026, 8, 28 + Math.floor(r / (R / 7)) * 7, 12));
  const raters = A > 2 && R < 500 ? people.filter((_, i) => (i + r) % A < Math.min(A, 2 + (r % 2))) : people;
  const things = Array.from({ length: T }, (_, i) => ({ start: i * 58 + pick(chance, 30), length: 8 + pick(chance, 26), kind: pick(chance, 10) < 5 ? 0 : pick(chance, 10) < 6 ? 1 : pick(chance, 10) < 8 ? 2 : 3, certainty: pick(chance, 3) }));
  for (const who of raters) {
    const skill = 0.75 + 0.2 * (r / R);
    const rows = things.flatMap((t) => {
      if (chance() > skill + 0.1) return [];
      const start = t.start + (chance() > skill ? pick(chance, 6) : 0);
      const end = t.start + t.length + (chance() > skill ? pick(chance, 6) : 0);
      const kind = kinds[chance() > skill + 0.05 ? pick(chance, 4) : t.kind]!;
      return [{ id: randomUUID(), start, end, kind, attributes: kind === "claim" ? { certainty: certs[chance() > skill ? pick(chance, 3) : t.certainty], kind: chance() > 0.8 ? "state" : "event" } : kind === "place" ? { featureType: chance() > 0.7 ? "settlement" : "road" } : {} }];
    });
    await sql.rows(
      `with given as (select (x->>'id')::uuid as id, (x->>'start')::int as s, (x->>'end')::int as e, x->>'kind' as kind, x->'attributes' as attributes from jsonb_array_elements($6::jsonb) x),
       heads as (insert into tag (workspace_id, id, project_id, report_id, type, kind, layer, state, version, span_start, span_end, created_by, created_at, updated_by, updated_at)
        select $1, id, $2, $3, 'annotation', kind, 'analyst:' || $4, 'open', 1, s, e, $4::uuid, $5::timestamptz - interval '1 day', $4::uuid, $5::timestamptz - interval '1 day' from given)
       insert into tag_version (workspace_id, tag_id, number, kind, state, attributes, schema_version, codebook_version, anchor, origin, created_by, created_at)
        select $1, id, 1, kind, 'open', attributes, 1, 1, jsonb_build_object('revisionId', $7::text, 'segments', jsonb_build_array(jsonb_build_object('start', s, 'end', e, 'quote', substr($8, s + 1, e - s), 'prefix', '', 'suffix', ''))), 'person', $4::uuid, $5::timestamptz - interval '1 day' from given`,
      [editor.workspaceId, projectId, report.reportId, who.userId, submitted, JSON.stringify(rows), report.revisionId, report.text]);
    await sql.rows(`insert into assignment (workspace_id, report_id, user_id, project_id, state, created_by, submitted_at) values ($1,$2,$3,$4,'submitted',$5,$6)`, [editor.workspaceId, report.reportId, who.userId, projectId, editor.userId, submitted]);
  }
  if (r % 12 !== 11) await sql.rows("update report set layers_opened_at = $3 where workspace_id=$1 and id=$2", [editor.workspaceId, report.reportId, submitted]);
}
await sql.rows(`update codebook_version set content = '{"eventTypes":[],"labels":[{"slug":"rumour","name":"Rumour"}]}' where workspace_id=$1 and project_id=$2`, [editor.workspaceId, projectId]);
console.log(projectId);
await closePool();
