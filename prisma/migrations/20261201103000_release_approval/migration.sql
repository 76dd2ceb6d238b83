-- AlterTable
ALTER TABLE "project" ADD COLUMN "release_approval" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "release" ADD COLUMN "protection" INTEGER,
ADD COLUMN "approved" BOOLEAN,
ADD COLUMN "decided_by" UUID,
ADD COLUMN "decided_at" TIMESTAMPTZ(3),
ADD COLUMN "decided_reason" TEXT;

-- A release that waits for a second person is told of when it is approved, as it is there for others only then.
-- outside Prisma: tell_webhooks
CREATE OR REPLACE FUNCTION "tell_webhooks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_delivery (workspace_id, webhook_id, project_id, report_id, kind, entries)
  SELECT t.workspace_id, w.id, t.project_id, t.report_id, t.kind, array_agg(t.id ORDER BY t.id)
    FROM (SELECT k.*, CASE WHEN k.kind IN ('submitted', 'decided')
                           THEN (row_number() OVER (PARTITION BY k.project_id, k.report_id, k.kind ORDER BY k.id) - 1) / 500
                           ELSE k.id END AS part
            FROM (SELECT e.*, CASE WHEN e.did = 'submitted-work' THEN 'submitted'
                                   WHEN e.did IN ('accepted', 'accepted-with-change', 'accepted-unseen', 'returned', 'rejected', 'undid-verdict')
                                        AND e.tag_id IS NOT NULL THEN 'decided'
                                   WHEN e.did = 'accepted-event' THEN 'event-accepted'
                                   WHEN e.did IN ('made-release', 'approved-release', 'withdrew-release') THEN 'released' END AS kind
                    FROM told e) k
           WHERE k.kind IS NOT NULL) t
    JOIN webhook w ON w.workspace_id = t.workspace_id AND w.project_id = t.project_id AND t.kind = ANY (w.kinds)
                  AND w.paused_at IS NULL
   GROUP BY t.workspace_id, w.id, t.project_id, t.report_id, t.kind, t.part;
  RETURN NULL;
END $$;
