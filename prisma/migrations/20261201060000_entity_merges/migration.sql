-- CreateTable
CREATE TABLE "entity_merge" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "followers" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "entity_merge_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "entity_merge_workspace_id_merged_id_created_at_idx" ON "entity_merge"("workspace_id", "merged_id", "created_at");

-- CreateIndex
CREATE INDEX "entity_merge_workspace_id_into_id_idx" ON "entity_merge"("workspace_id", "into_id");

-- AddForeignKey
ALTER TABLE "entity_merge" ADD CONSTRAINT "entity_merge_workspace_id_merged_id_fkey" FOREIGN KEY ("workspace_id", "merged_id") REFERENCES "entity"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_merge" ADD CONSTRAINT "entity_merge_workspace_id_into_id_fkey" FOREIGN KEY ("workspace_id", "into_id") REFERENCES "entity"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The claims that somebody acts or suffers in, for the pages of entities.
-- outside Prisma: claim_by_actor
CREATE INDEX "claim_by_actor" ON "tag_version" USING gin (("attributes"->'actors') jsonb_path_ops)
  WHERE "kind" = 'claim' AND "attributes" ? 'actors';
