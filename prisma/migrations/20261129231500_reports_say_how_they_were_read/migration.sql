-- AlterTable
ALTER TABLE "report" ADD COLUMN     "encoding_basis" TEXT NOT NULL DEFAULT 'certain',
ADD COLUMN     "language_guessed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "op_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "report_workspace_id_project_id_op_id_key" ON "report"("workspace_id", "project_id", "op_id");

ALTER TABLE "report" ADD CONSTRAINT "report_encoding_basis" CHECK ("encoding_basis" IN ('certain', 'said', 'guess'));

-- Until now these were told by their letters, and nothing said so.
UPDATE "report" SET "encoding_basis" = 'guess' WHERE "encoding" IN ('windows-1252', 'windows-1256');
