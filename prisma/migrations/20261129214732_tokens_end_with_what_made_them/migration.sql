-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN     "made_with" UUID;

-- AlterTable
ALTER TABLE "token" ADD COLUMN     "made_with" UUID;

-- CreateIndex
CREATE INDEX "token_workspace_id_made_with_idx" ON "token"("workspace_id", "made_with");

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_workspace_id_made_with_fkey" FOREIGN KEY ("workspace_id", "made_with") REFERENCES "token"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
