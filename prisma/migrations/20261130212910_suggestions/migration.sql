-- CreateTable
CREATE TABLE "suggestion" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "spans" JSONB NOT NULL,
    "attributes" JSONB NOT NULL,
    "links" JSONB NOT NULL DEFAULT '[]',
    "score" DOUBLE PRECISION NOT NULL,
    "reason" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "suggestion_run" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_run_pkey" PRIMARY KEY ("workspace_id","report_id","layer","engine")
);

-- CreateIndex
CREATE INDEX "suggestion_workspace_id_report_id_layer_idx" ON "suggestion"("workspace_id", "report_id", "layer");
