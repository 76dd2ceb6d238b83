-- CreateTable
CREATE TABLE "release" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "digest" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "release_file" (
    "workspace_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "crc32" BIGINT NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("workspace_id","release_id","nth")
);

-- CreateTable
CREATE TABLE "release_part" (
    "workspace_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "packed" BYTEA NOT NULL,
    "length" INTEGER NOT NULL,

    CONSTRAINT "release_part_pkey" PRIMARY KEY ("workspace_id","release_id","file","part")
);

-- CreateTable
CREATE TABLE "release_report" (
    "workspace_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,

    CONSTRAINT "release_report_pkey" PRIMARY KEY ("workspace_id","release_id","report_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_workspace_id_project_id_number_key" ON "release"("workspace_id", "project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "release_file_workspace_id_release_id_name_key" ON "release_file"("workspace_id", "release_id", "name");

-- CreateIndex
CREATE INDEX "release_report_workspace_id_report_id_idx" ON "release_report"("workspace_id", "report_id");

-- AddForeignKey
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_workspace_id_release_id_fkey" FOREIGN KEY ("workspace_id", "release_id") REFERENCES "release"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_part" ADD CONSTRAINT "release_part_workspace_id_release_id_file_fkey" FOREIGN KEY ("workspace_id", "release_id", "file") REFERENCES "release_file"("workspace_id", "release_id", "nth") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_report" ADD CONSTRAINT "release_report_workspace_id_release_id_fkey" FOREIGN KEY ("workspace_id", "release_id") REFERENCES "release"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
