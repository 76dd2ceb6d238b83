-- CreateTable
CREATE TABLE "area_code" (
    "workspace_id" UUID NOT NULL,
    "place_id" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "area_code_pkey" PRIMARY KEY ("workspace_id","place_id")
);

-- CreateIndex
CREATE INDEX "area_code_workspace_id_file_id_idx" ON "area_code"("workspace_id", "file_id");

-- AddForeignKey
ALTER TABLE "area_code" ADD CONSTRAINT "area_code_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "place_name_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
