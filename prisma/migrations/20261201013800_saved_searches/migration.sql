-- CreateTable
CREATE TABLE "saved_search" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID,
    "name" TEXT NOT NULL,
    "q" TEXT NOT NULL,
    "notify" BOOLEAN NOT NULL DEFAULT false,
    "looked_at" TIMESTAMPTZ(6) NOT NULL,
    "told_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "saved_search_workspace_id_user_id_created_at_idx" ON "saved_search"("workspace_id", "user_id", "created_at");

-- AlterTable
ALTER TABLE "notification" ADD COLUMN "saved_search_id" UUID;

-- When something could first be found: what is new to somebody who looked before. Unknown for what was kept until now.
ALTER TABLE "search_part" ADD COLUMN "kept_at" TIMESTAMPTZ(6);

-- outside Prisma: search_part_kept
CREATE INDEX "search_part_kept" ON "search_part" ("workspace_id", "kept_at") WHERE "kept_at" IS NOT NULL;

-- Reports in several parts, for queries whose conditions are met in different ones.
-- outside Prisma: search_part_long
CREATE INDEX "search_part_long" ON "search_part" USING gin ("words") WHERE "parts" > 1;

-- What is said of reports, for queries that are not about their texts, and for other names of what somebody looks for.
-- outside Prisma: search_part_said
CREATE INDEX "search_part_said" ON "search_part" USING gin ("words") WHERE "of" <> 'report';

-- outside Prisma: search_part_said_newest
CREATE INDEX "search_part_said_newest" ON "search_part" ("workspace_id", "at" DESC, "id" DESC) WHERE "of" <> 'report';

-- Places by what they were resolved to.
-- outside Prisma: tag_version_located
CREATE INDEX "tag_version_located" ON "tag_version" ("workspace_id", (("attributes"->'located'->>'id'))) WHERE "attributes"->'located'->>'id' IS NOT NULL;

-- What can be found is made again, so that things can be looked for by what they are called alone.
DELETE FROM "search_position";
