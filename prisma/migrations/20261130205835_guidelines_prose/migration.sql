-- AlterTable
ALTER TABLE "project" ADD COLUMN     "guidelines_prose" JSONB;
