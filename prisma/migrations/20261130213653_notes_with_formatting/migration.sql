-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "note_prose" JSONB;
