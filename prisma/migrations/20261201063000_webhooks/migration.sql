-- CreateTable
CREATE TABLE "webhook" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "kinds" TEXT[],
    "secret" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "pause_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID,
    "kind" TEXT NOT NULL,
    "entries" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "trouble" TEXT,
    "ms" INTEGER,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "webhook_workspace_id_project_id_created_at_idx" ON "webhook"("workspace_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_workspace_id_webhook_id_created_at_id_idx" ON "webhook_delivery"("workspace_id", "webhook_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_state_due_at_idx" ON "webhook_delivery"("state", "due_at");

-- What webhooks are told is written with the entry of the history, so that nothing is lost by a crash and nothing is told
-- that was rolled back. What one statement did to a report is told as one, 500 things at most.
-- outside Prisma: tell_webhooks
CREATE FUNCTION "tell_webhooks"() RETURNS trigger LANGUAGE plpgsql AS $$
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
                                   WHEN e.did IN ('made-release', 'withdrew-release') THEN 'released' END AS kind
                    FROM told e) k
           WHERE k.kind IS NOT NULL) t
    JOIN webhook w ON w.workspace_id = t.workspace_id AND w.project_id = t.project_id AND t.kind = ANY (w.kinds)
                  AND w.paused_at IS NULL
   GROUP BY t.workspace_id, w.id, t.project_id, t.report_id, t.kind, t.part;
  RETURN NULL;
END $$;
CREATE TRIGGER "tell_webhooks" AFTER INSERT ON "entry" REFERENCING NEW TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_webhooks"();
