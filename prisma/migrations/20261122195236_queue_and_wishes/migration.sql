-- DropIndex
DROP INDEX "tag_workspace_id_project_id_state_idx";

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN     "wish" JSONB;

-- CreateIndex
CREATE INDEX "tag_workspace_id_project_id_state_layer_report_id_idx" ON "tag"("workspace_id", "project_id", "state", "layer", "report_id");

-- CreateIndex
CREATE INDEX "tag_workspace_id_project_id_created_by_state_idx" ON "tag"("workspace_id", "project_id", "created_by", "state");

-- What sampling left out is accepted under a word of its own.
ALTER TABLE "verdict" DROP CONSTRAINT "verdict_decision";
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_decision" CHECK ("decision" IN ('accept', 'accept-with-change', 'accept-unseen', 'return', 'reject'));
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_sampling" CHECK ("sampling" BETWEEN 0 AND 1);
