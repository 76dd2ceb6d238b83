-- AlterTable
ALTER TABLE "project" ADD COLUMN     "protection" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "protection_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "permitted_use" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "entity_id" UUID,
    "report_id" UUID,
    "anchor" JSONB,
    "place" JSONB,
    "use" TEXT NOT NULL,
    "circumstances" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "consent" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "layer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "permitted_use_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "permitted_use_version" (
    "workspace_id" UUID NOT NULL,
    "permitted_use_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "use" TEXT NOT NULL,
    "circumstances" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "consent" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "protection" INTEGER NOT NULL,
    "tightens" BOOLEAN NOT NULL,
    "op_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "permitted_use_version_pkey" PRIMARY KEY ("workspace_id","permitted_use_id","number")
);

-- CreateTable
CREATE TABLE "protected_name" (
    "workspace_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protected_name_pkey" PRIMARY KEY ("workspace_id","project_id","key")
);

-- CreateIndex
CREATE INDEX "permitted_use_workspace_id_project_id_updated_at_id_idx" ON "permitted_use"("workspace_id", "project_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "permitted_use_workspace_id_entity_id_idx" ON "permitted_use"("workspace_id", "entity_id");

-- CreateIndex
CREATE INDEX "permitted_use_workspace_id_report_id_idx" ON "permitted_use"("workspace_id", "report_id");

-- CreateIndex
CREATE UNIQUE INDEX "permitted_use_version_workspace_id_permitted_use_id_op_id_key" ON "permitted_use_version"("workspace_id", "permitted_use_id", "op_id");

-- AddForeignKey
ALTER TABLE "permitted_use" ADD CONSTRAINT "permitted_use_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permitted_use" ADD CONSTRAINT "permitted_use_workspace_id_entity_id_fkey" FOREIGN KEY ("workspace_id", "entity_id") REFERENCES "entity"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "permitted_use" ADD CONSTRAINT "permitted_use_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "permitted_use_version" ADD CONSTRAINT "permitted_use_version_workspace_id_permitted_use_id_fkey" FOREIGN KEY ("workspace_id", "permitted_use_id") REFERENCES "permitted_use"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_name" ADD CONSTRAINT "protected_name_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "permitted_use" ADD CONSTRAINT "permitted_use_use" CHECK ("use" IN ('named', 'described', 'withheld'));
ALTER TABLE "permitted_use" ADD CONSTRAINT "permitted_use_thing" CHECK (
  ("thing" = 'entity' AND "entity_id" IS NOT NULL) OR ("thing" = 'place' AND "place" IS NOT NULL)
  OR ("thing" = 'report' AND "report_id" IS NOT NULL) OR ("thing" = 'passage' AND "report_id" IS NOT NULL AND "anchor" IS NOT NULL));
ALTER TABLE "protected_name" ADD CONSTRAINT "protected_name_decision" CHECK ("decision" IN ('everywhere', 'where tagged'));

CREATE TRIGGER "permitted_use_version_append_only" BEFORE UPDATE OR DELETE ON "permitted_use_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_erasing"();

-- outside Prisma: event_version_acts
CREATE INDEX "event_version_acts" ON "event_version" ("workspace_id", "event_id", "number") WHERE "content" ? 'acts';

-- outside Prisma: place_by_id
CREATE INDEX "place_by_id" ON "tag_version" ("workspace_id", ("attributes" #>> '{located,id}') COLLATE "C", "tag_id")
  WHERE "kind" = 'place' AND ("attributes" #>> '{located,id}') IS NOT NULL;

CREATE INDEX "permitted_use_version_workspace_id_permitted_use_id_protection_idx" ON "permitted_use_version"("workspace_id", "permitted_use_id", "protection");
