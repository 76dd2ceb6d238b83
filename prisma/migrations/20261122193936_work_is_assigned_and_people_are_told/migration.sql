-- AlterTable
ALTER TABLE "project" ADD COLUMN     "pool_hours" INTEGER NOT NULL DEFAULT 72,
ADD COLUMN     "pool_size" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "practice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "review" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "project_member" ADD COLUMN     "sampling" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "due" DATE,
ADD COLUMN     "embargo_until" TIMESTAMPTZ(3),
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "tag" ADD COLUMN     "derived_from" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "assignment" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'assigned',
    "origin" TEXT NOT NULL DEFAULT 'editor',
    "note" TEXT NOT NULL DEFAULT '',
    "read_to" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("workspace_id","report_id","user_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID,
    "tag_id" UUID,
    "thread_id" UUID,
    "comment_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "presence" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("workspace_id","report_id","client_id")
);

-- CreateIndex
CREATE INDEX "assignment_workspace_id_user_id_state_idx" ON "assignment"("workspace_id", "user_id", "state");

-- CreateIndex
CREATE INDEX "assignment_workspace_id_project_id_state_state_at_idx" ON "assignment"("workspace_id", "project_id", "state", "state_at");

-- CreateIndex
CREATE INDEX "notification_workspace_id_user_id_created_at_id_idx" ON "notification"("workspace_id", "user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notification_workspace_id_user_id_read_at_idx" ON "notification"("workspace_id", "user_id", "read_at");

-- CreateIndex
CREATE INDEX "presence_workspace_id_seen_at_idx" ON "presence"("workspace_id", "seen_at");

-- CreateIndex
CREATE INDEX "entry_workspace_id_txid_id_idx" ON "entry"("workspace_id", "txid", "id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
