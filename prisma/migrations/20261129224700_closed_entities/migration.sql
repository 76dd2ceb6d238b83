-- AlterTable
ALTER TABLE "entity" ADD COLUMN     "layer" TEXT;

-- AlterTable
ALTER TABLE "grade" ADD COLUMN     "layer" TEXT;

-- CreateTable
CREATE TABLE "entity_change" (
    "workspace_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "base" JSONB NOT NULL,
    "said" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "created_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entity_change_pkey" PRIMARY KEY ("workspace_id","entity_id","layer")
);

-- CreateTable
CREATE TABLE "merge_proposal" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by" UUID,

    CONSTRAINT "merge_proposal_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "merge_proposal_workspace_id_project_id_dismissed_at_id_idx" ON "merge_proposal"("workspace_id", "project_id", "dismissed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "merge_proposal_workspace_id_one_id_other_id_key" ON "merge_proposal"("workspace_id", "one_id", "other_id");

-- CreateIndex
CREATE INDEX "entity_workspace_id_project_id_layer_idx" ON "entity"("workspace_id", "project_id", "layer");

-- CreateIndex
CREATE INDEX "entity_workspace_id_merged_into_idx" ON "entity"("workspace_id", "merged_into");

-- AddForeignKey
ALTER TABLE "entity_change" ADD CONSTRAINT "entity_change_workspace_id_entity_id_fkey" FOREIGN KEY ("workspace_id", "entity_id") REFERENCES "entity"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_proposal" ADD CONSTRAINT "merge_proposal_workspace_id_one_id_fkey" FOREIGN KEY ("workspace_id", "one_id") REFERENCES "entity"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_proposal" ADD CONSTRAINT "merge_proposal_workspace_id_other_id_fkey" FOREIGN KEY ("workspace_id", "other_id") REFERENCES "entity"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "entity" ADD CONSTRAINT "entity_layer" CHECK ("layer" ~ '^analyst:[0-9a-f-]{36}$' AND "merged_into" IS NULL OR "layer" IS NULL);
ALTER TABLE "grade" ADD CONSTRAINT "grade_layer" CHECK ("layer" ~ '^analyst:[0-9a-f-]{36}$');
ALTER TABLE "entity_change" ADD CONSTRAINT "entity_change_layer" CHECK ("layer" ~ '^analyst:[0-9a-f-]{36}$' AND "version" > 0);
ALTER TABLE "merge_proposal" ADD CONSTRAINT "merge_proposal_order" CHECK ("one_id" < "other_id");
ALTER TABLE "merge_proposal" ADD CONSTRAINT "merge_proposal_dismissed" CHECK (("dismissed_at" IS NULL) = ("dismissed_by" IS NULL));

-- A grade is never changed, but that the layer opens which it was given in.
DROP TRIGGER "grade_append_only" ON "grade";
CREATE TRIGGER "grade_append_only" BEFORE DELETE OR UPDATE OF "workspace_id", "id", "entity_id", "reliability", "reason", "created_by", "created_at"
  ON "grade" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_erasing"();
CREATE TRIGGER "grade_only_opens" BEFORE UPDATE OF "layer" ON "grade"
  FOR EACH ROW WHEN (NEW."layer" IS NOT NULL) EXECUTE FUNCTION "refuse_change"();

-- Who was merged into something that was merged in turn now follows to the end. The history has each merge.
WITH RECURSIVE "following" AS (
  SELECT "workspace_id", "id", "merged_into" AS "end" FROM "entity" WHERE "merged_into" IS NOT NULL
  UNION
  SELECT f."workspace_id", f."id", e."merged_into" FROM "following" f
    JOIN "entity" e ON e."workspace_id" = f."workspace_id" AND e."id" = f."end" WHERE e."merged_into" IS NOT NULL
)
UPDATE "entity" e SET "merged_into" = f."end" FROM "following" f
  JOIN "entity" s ON s."workspace_id" = f."workspace_id" AND s."id" = f."end" AND s."merged_into" IS NULL
 WHERE e."workspace_id" = f."workspace_id" AND e."id" = f."id" AND e."merged_into" <> f."end";

-- Of what blind analysts have made, that stays in their layer which nobody else knows: neither a tag of another layer or
-- of a report whose layers are open names it, nor anybody else's grade or change, nor an entity that others know.
WITH RECURSIVE "made" AS (
  SELECT DISTINCT e."workspace_id", e."id", e."project_id", e."created_by", n."layer"
    FROM "entry" n
    JOIN "entity" e ON e."workspace_id" = n."workspace_id" AND e."project_id" = n."project_id" AND e."id"::text = n."refs"->>'entityId'
    JOIN "project" p ON p."workspace_id" = e."workspace_id" AND p."id" = e."project_id" AND p."mode" = 'independent'
   WHERE n."did" = 'made-entity' AND n."layer" = 'analyst:' || e."created_by" AND e."merged_into" IS NULL
     AND NOT EXISTS (SELECT FROM "entity" m WHERE m."workspace_id" = e."workspace_id" AND m."merged_into" = e."id")
     AND (NOT EXISTS (SELECT FROM "report" r WHERE r."workspace_id" = p."workspace_id" AND r."project_id" = p."id")
       OR EXISTS (SELECT FROM "report" r WHERE r."workspace_id" = p."workspace_id" AND r."project_id" = p."id"
            AND r."layers_opened_at" IS NULL AND (r."state" NOT IN ('closed', 'set aside') OR EXISTS (
              SELECT FROM "tag" t WHERE t."workspace_id" = r."workspace_id" AND t."report_id" = r."id" AND t."layer" LIKE 'analyst:%'))))
), "named" AS (
  SELECT t."workspace_id", x."id", t."layer", r."layers_opened_at"
    FROM "tag" t
    JOIN "project" p ON p."workspace_id" = t."workspace_id" AND p."id" = t."project_id" AND p."mode" = 'independent'
    JOIN "report" r ON r."workspace_id" = t."workspace_id" AND r."id" = t."report_id"
    JOIN "tag_version" v ON v."workspace_id" = t."workspace_id" AND v."tag_id" = t."id"
   CROSS JOIN LATERAL (
     SELECT v."to_entity_id"::text AS "id" WHERE v."to_entity_id" IS NOT NULL
     UNION ALL SELECT v."attributes"->>'entityId' WHERE v."kind" = 'source'
     UNION ALL SELECT a->>'entityId' FROM jsonb_array_elements(
       CASE WHEN v."kind" = 'claim' AND jsonb_typeof(v."attributes"->'actors') = 'array' THEN v."attributes"->'actors' ELSE '[]' END) AS a) x
), "known" AS (
  SELECT m."workspace_id", m."id" FROM "made" m
   WHERE EXISTS (SELECT FROM "named" n WHERE n."workspace_id" = m."workspace_id" AND n."id" = m."id"::text
           AND (n."layer" <> m."layer" OR n."layers_opened_at" IS NOT NULL))
      OR EXISTS (SELECT FROM "grade" g WHERE g."workspace_id" = m."workspace_id" AND g."entity_id" = m."id" AND g."created_by" <> m."created_by")
      OR EXISTS (SELECT FROM "entry" c WHERE c."workspace_id" = m."workspace_id" AND c."project_id" = m."project_id"
           AND c."did" = 'changed-entity' AND c."refs"->>'entityId' = m."id"::text AND c."created_by" <> m."created_by")
      OR EXISTS (SELECT FROM "entity" o WHERE o."workspace_id" = m."workspace_id" AND o."project_id" = m."project_id"
           AND m."id" IN (o."parent_id", o."outlet_id") AND NOT EXISTS (
             SELECT FROM "made" k WHERE k."workspace_id" = o."workspace_id" AND k."id" = o."id" AND k."layer" = m."layer"))
  UNION
  SELECT e."workspace_id", o."id" FROM "known" k
    JOIN "entity" e ON e."workspace_id" = k."workspace_id" AND e."id" = k."id"
   CROSS JOIN LATERAL (VALUES (e."parent_id"), (e."outlet_id")) AS o("id") WHERE o."id" IS NOT NULL
)
UPDATE "entity" e SET "layer" = m."layer" FROM "made" m
 WHERE e."workspace_id" = m."workspace_id" AND e."id" = m."id"
   AND NOT EXISTS (SELECT FROM "known" k WHERE k."workspace_id" = m."workspace_id" AND k."id" = m."id");
