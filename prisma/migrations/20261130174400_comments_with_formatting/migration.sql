-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "prose" JSONB;
