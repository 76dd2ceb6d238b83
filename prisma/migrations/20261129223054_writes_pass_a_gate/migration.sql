-- AlterTable
ALTER TABLE "workspace_member" ADD COLUMN     "gate" INTEGER NOT NULL DEFAULT 0;
