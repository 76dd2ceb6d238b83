-- CreateTable
CREATE TABLE "codebook_migration" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "what" JSONB NOT NULL,
    "codebook_version" INTEGER NOT NULL,
    "tags" UUID[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "stayed" INTEGER,

    CONSTRAINT "codebook_migration_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "codebook_migration_workspace_id_project_id_created_at_idx" ON "codebook_migration"("workspace_id", "project_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "codebook_migration" ADD CONSTRAINT "codebook_migration_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
