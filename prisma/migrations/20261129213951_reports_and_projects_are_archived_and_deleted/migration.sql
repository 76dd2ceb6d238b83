-- AlterTable
ALTER TABLE "project" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "tombstone" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "tombstone_workspace_id_project_id_created_at_id_idx" ON "tombstone"("workspace_id", "project_id", "created_at" DESC, "id");

ALTER TABLE "tombstone" ADD CONSTRAINT "tombstone_kind" CHECK ("kind" IN ('report', 'project'));
CREATE TRIGGER "tombstone_append_only" BEFORE UPDATE OR DELETE ON "tombstone" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "tombstone_no_truncate" BEFORE TRUNCATE ON "tombstone" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Versions and grades go with a report or project that is deleted on purpose, in a transaction that says so.
-- The history and the tombstones never go.

CREATE FUNCTION "refuse_change_unless_erasing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('glossator.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Rows of % are append-only.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER "tag_version_append_only" ON "tag_version";
CREATE TRIGGER "tag_version_append_only" BEFORE UPDATE OR DELETE ON "tag_version" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_erasing"();
DROP TRIGGER "grade_append_only" ON "grade";
CREATE TRIGGER "grade_append_only" BEFORE UPDATE OR DELETE ON "grade" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_erasing"();
