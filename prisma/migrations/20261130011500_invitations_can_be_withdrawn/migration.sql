-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN     "created_by" UUID,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- A withdrawn invitation stays, so that its link can say so, when its person is forgotten.
ALTER TABLE "one_time_link" DROP CONSTRAINT "one_time_link_for";
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_for"
  CHECK (("purpose" = 'set-up') = ("user_id" IS NULL) OR ("purpose" = 'invitation' AND "withdrawn_at" IS NOT NULL));
