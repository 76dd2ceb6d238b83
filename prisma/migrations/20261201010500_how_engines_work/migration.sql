-- AlterTable
ALTER TABLE "project" ADD COLUMN     "suggestions" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "first_pass" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "first_pass_pkey" PRIMARY KEY ("workspace_id","report_id","user_id")
);

-- CreateIndex
CREATE INDEX "suggestion_workspace_id_project_id_idx" ON "suggestion"("workspace_id", "project_id");
