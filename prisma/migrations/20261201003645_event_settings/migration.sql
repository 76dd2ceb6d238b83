-- AlterTable
ALTER TABLE "project" ADD COLUMN     "event_settings" JSONB NOT NULL DEFAULT '{}';
