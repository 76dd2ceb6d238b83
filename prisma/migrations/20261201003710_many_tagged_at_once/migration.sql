-- CreateTable
CREATE TABLE "tagging" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "tags" UUID[],
    "reports" INTEGER NOT NULL,
    "left" JSONB NOT NULL DEFAULT '{}',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "stayed" INTEGER,

    CONSTRAINT "tagging_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "tagging_workspace_id_project_id_idx" ON "tagging"("workspace_id", "project_id");
