-- CreateIndex
CREATE INDEX "tag_workspace_id_report_id_layer_state_idx" ON "tag"("workspace_id", "report_id", "layer", "state");
