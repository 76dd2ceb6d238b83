-- CreateTable
CREATE TABLE "feed" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "take" TEXT NOT NULL,
    "every_minutes" INTEGER NOT NULL,
    "outlet" TEXT,
    "next_at" TIMESTAMPTZ(3),
    "ran_at" TIMESTAMPTZ(3),
    "result" JSONB,
    "error" TEXT,
    "etag" TEXT,
    "last_modified" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "feed_item" (
    "workspace_id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "report_id" UUID,
    "fetched_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(6),

    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("workspace_id","feed_id","key")
);

-- CreateIndex
CREATE INDEX "feed_workspace_id_project_id_created_at_idx" ON "feed"("workspace_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "feed_next_at_idx" ON "feed"("next_at");

-- CreateIndex
CREATE INDEX "feed_item_workspace_id_report_id_idx" ON "feed_item"("workspace_id", "report_id");

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_workspace_id_feed_id_fkey" FOREIGN KEY ("workspace_id", "feed_id") REFERENCES "feed"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
