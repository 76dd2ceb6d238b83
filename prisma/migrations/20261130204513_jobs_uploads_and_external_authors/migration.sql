-- CreateTable
CREATE TABLE "job" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "data" JSONB NOT NULL,
    "result" JSONB,
    "error" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "counted" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "cancel_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "job_line" (
    "workspace_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "report_id" UUID,
    "title" TEXT,
    "former_id" TEXT,
    "tags" INTEGER NOT NULL DEFAULT 0,
    "record" TEXT,

    CONSTRAINT "job_line_pkey" PRIMARY KEY ("workspace_id","job_id","nth")
);

-- CreateTable
CREATE TABLE "external_author" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "external_author_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "upload" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "upload_file" (
    "workspace_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT,

    CONSTRAINT "upload_file_pkey" PRIMARY KEY ("workspace_id","upload_id","nth")
);

-- CreateTable
CREATE TABLE "upload_part" (
    "workspace_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "upload_part_pkey" PRIMARY KEY ("workspace_id","upload_id","file","part")
);

-- CreateIndex
CREATE INDEX "job_workspace_id_project_id_created_at_id_idx" ON "job"("workspace_id", "project_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "job_state_lease_until_idx" ON "job"("state", "lease_until");

-- CreateIndex
CREATE INDEX "job_line_workspace_id_job_id_outcome_nth_idx" ON "job_line"("workspace_id", "job_id", "outcome", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "external_author_workspace_id_project_id_name_key" ON "external_author"("workspace_id", "project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "upload_file_workspace_id_upload_id_name_key" ON "upload_file"("workspace_id", "upload_id", "name");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_line" ADD CONSTRAINT "job_line_workspace_id_job_id_fkey" FOREIGN KEY ("workspace_id", "job_id") REFERENCES "job"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_author" ADD CONSTRAINT "external_author_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_file" ADD CONSTRAINT "upload_file_workspace_id_upload_id_fkey" FOREIGN KEY ("workspace_id", "upload_id") REFERENCES "upload"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_part" ADD CONSTRAINT "upload_part_workspace_id_upload_id_file_fkey" FOREIGN KEY ("workspace_id", "upload_id", "file") REFERENCES "upload_file"("workspace_id", "upload_id", "nth") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A tag that came in with a file says so.
ALTER TABLE "tag_version" DROP CONSTRAINT "tag_version_origin";
ALTER TABLE "tag_version" ADD CONSTRAINT "tag_version_origin" CHECK ("origin" ~ '^(person|engine:[a-z0-9-]{1,60}|import:[a-z0-9-]{1,60})$');
ALTER TABLE "job" ADD CONSTRAINT "job_state" CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "job_line" ADD CONSTRAINT "job_line_outcome" CHECK ("outcome" IN ('imported', 'added-to', 'skipped', 'set-aside'));
