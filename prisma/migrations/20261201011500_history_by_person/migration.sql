-- CreateIndex
CREATE INDEX "entry_workspace_id_project_id_created_by_id_idx" ON "entry"("workspace_id", "project_id", "created_by", "id" DESC);
