-- AlterTable
ALTER TABLE "event_verdict" ADD COLUMN     "row" JSONB;

-- CreateTable
CREATE TABLE "sheet_change" (
    "workspace_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "was" JSONB NOT NULL,
    "becomes" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "sheet_change_pkey" PRIMARY KEY ("workspace_id","job_id","row","field")
);

-- CreateIndex
CREATE INDEX "sheet_change_workspace_id_project_id_state_job_id_row_idx" ON "sheet_change"("workspace_id", "project_id", "state", "job_id", "row");

-- CreateIndex
CREATE INDEX "sheet_change_workspace_id_event_id_idx" ON "sheet_change"("workspace_id", "event_id");

-- AddForeignKey
ALTER TABLE "sheet_change" ADD CONSTRAINT "sheet_change_workspace_id_job_id_fkey" FOREIGN KEY ("workspace_id", "job_id") REFERENCES "job"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_change" ADD CONSTRAINT "sheet_change_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "event"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
