-- AlterTable
ALTER TABLE "event" ADD COLUMN     "outline" JSONB,
ADD COLUMN     "outline_of" INTEGER;
