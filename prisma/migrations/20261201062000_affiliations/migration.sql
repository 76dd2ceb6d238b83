-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "affiliations" JSONB;
