-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "uid" UUID NOT NULL DEFAULT gen_random_uuid();
