-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "submit_note" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "assignment_workspace_id_project_id_state_report_id_idx" ON "assignment"("workspace_id", "project_id", "state", "report_id");
