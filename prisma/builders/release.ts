import { createHash } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";
import type { Actor } from "@/domain/access/actor";
import { type ProjectId, ReleaseId, type ReportId } from "@/domain/ids";
import { AskedRelease } from "@/domain/release/asked";
import { sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

const asked = AskedRelease.parse({ title: "A release", licence: "CC-BY-4.0", creators: ["A desk"] });
const flushed = { finishFlush: 2 };

/** A release with a manifest and nothing else, about these reports. */
export async function aRelease(
  by: Actor,
  projectId: ProjectId,
  { number, reports }: { number: number; reports: readonly ReportId[] },
): Promise<ReleaseId> {
  const id = newId(ReleaseId);
  const manifest = Buffer.from(`{"number": ${number}}\n`);
  const digest = createHash("sha256").update(manifest).digest("hex");
  const place = [by.workspaceId, id];
  await sql.rows(
    `insert into release (workspace_id, id, project_id, number, title, asked, counts, digest, created_by, made_at)
     values ($1, $2, $3, $4, $5, $6, '{"reports": 1}', $7, $8, now())`,
    [...place, projectId, number, asked.title, JSON.stringify(asked), digest, by.userId],
  );
  await sql.rows(
    `insert into release_file (workspace_id, release_id, nth, name, bytes, sha256, crc32)
     values ($1, $2, 0, 'manifest.json', $3, $4, $5)`,
    [...place, manifest.length, digest, crc32(manifest)],
  );
  const packed = deflateRawSync(manifest, flushed);
  await sql.rows(
    "insert into release_part (workspace_id, release_id, file, part, packed, length) values ($1, $2, 0, 0, $3, $4)",
    [...place, packed, packed.length],
  );
  await sql.rows("insert into release_report (workspace_id, release_id, report_id) select $1, $2, unnest($3::uuid[])", [
    ...place,
    reports,
  ]);
  return id;
}
