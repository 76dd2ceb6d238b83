-- A job and its upload may be of the whole workspace.
-- AlterTable
ALTER TABLE "job" ALTER COLUMN "project_id" DROP NOT NULL;
-- AlterTable
ALTER TABLE "upload" ALTER COLUMN "project_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "place_name_file" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "bytes" BIGINT NOT NULL,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "broken" INTEGER NOT NULL DEFAULT 0,
    "passed_over" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_name_file_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "filed_place" (
    "workspace_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "geoname_id" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "feature" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "admin1" TEXT,
    "admin2" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "population" INTEGER NOT NULL DEFAULT 0,
    "names" TEXT[] NOT NULL,
    "keys" TEXT[] NOT NULL,

    CONSTRAINT "filed_place_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "filed_name" (
    "workspace_id" UUID NOT NULL,
    "id" INTEGER NOT NULL,
    "place_id" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "language" TEXT,
    "preferred" BOOLEAN NOT NULL,
    "short" BOOLEAN NOT NULL,
    "colloquial" BOOLEAN NOT NULL,
    "former" BOOLEAN NOT NULL,
    "since" TEXT,
    "until" TEXT,

    CONSTRAINT "filed_name_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "filed_place_workspace_id_geoname_id_idx" ON "filed_place"("workspace_id", "geoname_id");
-- CreateIndex
CREATE INDEX "filed_place_workspace_id_file_id_idx" ON "filed_place"("workspace_id", "file_id");
-- CreateIndex
CREATE INDEX "filed_place_workspace_id_latitude_idx" ON "filed_place"("workspace_id", "latitude");
-- CreateIndex
CREATE INDEX "filed_place_keys_idx" ON "filed_place" USING GIN ("keys");
-- CreateIndex
CREATE INDEX "filed_place_key_idx" ON "filed_place" USING GIN ("key" gin_trgm_ops);
-- CreateIndex
CREATE INDEX "filed_name_workspace_id_key_idx" ON "filed_name"("workspace_id", "key");
-- CreateIndex
CREATE INDEX "filed_name_workspace_id_place_id_idx" ON "filed_name"("workspace_id", "place_id");
-- CreateIndex
CREATE INDEX "filed_name_workspace_id_file_id_idx" ON "filed_name"("workspace_id", "file_id");

-- AddForeignKey
ALTER TABLE "place_name_file" ADD CONSTRAINT "place_name_file_workspace_id_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "job"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "filed_place" ADD CONSTRAINT "filed_place_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "place_name_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "filed_name" ADD CONSTRAINT "filed_name_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "place_name_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
