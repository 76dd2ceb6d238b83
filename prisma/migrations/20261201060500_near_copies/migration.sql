-- CreateTable
CREATE TABLE "report_shingle" (
    "workspace_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "hash" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,

    CONSTRAINT "report_shingle_pkey" PRIMARY KEY ("workspace_id","project_id","hash","report_id")
);

-- CreateTable
CREATE TABLE "report_sketch" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "hashes" INTEGER[],

    CONSTRAINT "report_sketch_pkey" PRIMARY KEY ("workspace_id","report_id")
);

-- CreateTable
CREATE TABLE "copy_position" (
    "workspace_id" UUID NOT NULL,
    "txid" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,

    CONSTRAINT "copy_position_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "report_copy" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "original_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "one_words" INTEGER NOT NULL,
    "one_shared" INTEGER NOT NULL,
    "other_words" INTEGER NOT NULL,
    "other_shared" INTEGER NOT NULL,
    "passages" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,

    CONSTRAINT "report_copy_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "report_copy_workspace_id_other_id_idx" ON "report_copy"("workspace_id", "other_id");

-- CreateIndex
CREATE INDEX "report_copy_workspace_id_project_id_state_id_idx" ON "report_copy"("workspace_id", "project_id", "state", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_copy_workspace_id_one_id_other_id_key" ON "report_copy"("workspace_id", "one_id", "other_id");

ALTER TABLE "report_copy" ADD CONSTRAINT "report_copy_state" CHECK ("state" IN ('proposed', 'confirmed', 'refused'));
ALTER TABLE "report_copy" ADD CONSTRAINT "report_copy_pair" CHECK ("one_id" < "other_id" AND "original_id" IN ("one_id", "other_id"));
