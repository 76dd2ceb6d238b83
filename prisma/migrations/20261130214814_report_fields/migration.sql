-- AlterTable
ALTER TABLE "report" ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '{}';
