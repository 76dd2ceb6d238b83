-- CreateTable
CREATE TABLE "event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "day" TEXT NOT NULL DEFAULT '',
    "last_day" TEXT NOT NULL DEFAULT '',
    "merged_into" UUID,
    "split_from" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "event_version" (
    "workspace_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "cause" JSONB NOT NULL,
    "op_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_version_pkey" PRIMARY KEY ("workspace_id","event_id","number")
);

-- CreateTable
CREATE TABLE "event_claim" (
    "workspace_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "event_claim_pkey" PRIMARY KEY ("workspace_id","event_id","claim_id")
);

-- CreateTable
CREATE TABLE "event_verdict" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "op_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_verdict_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "report_notice" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "noticed_on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_notice_pkey" PRIMARY KEY ("workspace_id","report_id")
);

-- CreateIndex
CREATE INDEX "event_workspace_id_project_id_day_id_idx" ON "event"("workspace_id", "project_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "event_version_workspace_id_event_id_op_id_key" ON "event_version"("workspace_id", "event_id", "op_id");

-- CreateIndex
CREATE INDEX "event_claim_workspace_id_claim_id_idx" ON "event_claim"("workspace_id", "claim_id");

-- CreateIndex
CREATE INDEX "event_verdict_workspace_id_event_id_created_at_idx" ON "event_verdict"("workspace_id", "event_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_verdict_workspace_id_event_id_op_id_key" ON "event_verdict"("workspace_id", "event_id", "op_id");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_version" ADD CONSTRAINT "event_version_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "event"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_claim" ADD CONSTRAINT "event_claim_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "event"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_claim" ADD CONSTRAINT "event_claim_workspace_id_claim_id_fkey" FOREIGN KEY ("workspace_id", "claim_id") REFERENCES "tag"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_verdict" ADD CONSTRAINT "event_verdict_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "event"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_notice" ADD CONSTRAINT "report_notice_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "event" ADD CONSTRAINT "event_state" CHECK ("state" IN ('open', 'accepted', 'returned', 'rejected', 'withdrawn'));
ALTER TABLE "event" ADD CONSTRAINT "event_merged" CHECK ("merged_into" IS NULL OR "state" = 'withdrawn');
ALTER TABLE "event_claim" ADD CONSTRAINT "event_claim_part" CHECK ("part" IN ('supports', 'denies', 'background'));
ALTER TABLE "event_verdict" ADD CONSTRAINT "event_verdict_decision" CHECK ("decision" IN ('accept', 'return', 'reject'));
ALTER TABLE "report_notice" ADD CONSTRAINT "report_notice_kind" CHECK ("kind" IN ('corrected', 'retracted', 'vanished'));

CREATE TRIGGER "event_version_append_only" BEFORE UPDATE OR DELETE ON "event_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_erasing"();

-- outside Prisma: event_claim_supports_one
CREATE UNIQUE INDEX "event_claim_supports_one" ON "event_claim" ("workspace_id", "claim_id") WHERE "part" = 'supports';

-- outside Prisma: claim_by_day
CREATE INDEX "claim_by_day" ON "tag_version" ("workspace_id", ("attributes" #>> '{eventTime,from}') COLLATE "C", "tag_id")
  WHERE "kind" = 'claim' AND ("attributes" #>> '{eventTime,from}') IS NOT NULL;

-- outside Prisma: place_by_name
CREATE INDEX "place_by_name" ON "tag_version" ("workspace_id", (lower("attributes" #>> '{located,name}')) COLLATE "C", "tag_id")
  WHERE "kind" = 'place' AND ("attributes" #>> '{located,name}') IS NOT NULL;

-- The days that events are sorted by: as people chose them, else from the claims that support them and are accepted,
-- else no later than the first of their reports was published.
CREATE FUNCTION "refresh_event_days"("ws" uuid, "ids" uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "event" e SET
    "day" = coalesce(v."content" #>> '{date,from}', v."content" #>> '{date,to}', d."first", d."published", ''),
    "last_day" = coalesce(v."content" #>> '{date,to}', v."content" #>> '{date,from}', d."last", d."published", '')
  FROM "event_version" v
  CROSS JOIN LATERAL (
    SELECT min(coalesce(c."attributes" #>> '{eventTime,from}', c."attributes" #>> '{eventTime,to}')) AS "first",
           max(coalesce(c."attributes" #>> '{eventTime,to}', c."attributes" #>> '{eventTime,from}')) AS "last",
           min(CASE WHEN r."published" ~ '^\d{4}-\d\d-\d\d' THEN left(r."published", 10) END) AS "published"
      FROM "event_claim" m
      JOIN "tag" t ON t."workspace_id" = m."workspace_id" AND t."id" = m."claim_id" AND t."state" = 'accepted'
      JOIN "tag_version" c ON c."workspace_id" = t."workspace_id" AND c."tag_id" = t."id" AND c."number" = t."version"
      JOIN "report" r ON r."workspace_id" = t."workspace_id" AND r."id" = t."report_id"
     WHERE m."workspace_id" = v."workspace_id" AND m."event_id" = v."event_id" AND m."part" = 'supports'
       AND NOT EXISTS (SELECT 1 FROM "report_notice" n WHERE n."workspace_id" = r."workspace_id" AND n."report_id" = r."id")
  ) d
  WHERE e."workspace_id" = "ws" AND e."id" = ANY("ids")
    AND v."workspace_id" = e."workspace_id" AND v."event_id" = e."id" AND v."number" = e."version"
$$;

-- Events whose claims changed get a version of their own, so that nobody accepts what they have not seen; accepted ones
-- are open again. A claim counts or not by its state, its content, its links and what became of its report.
CREATE FUNCTION "reopen_events"("ws" uuid, "claims" uuid[], "person" uuid, "why" text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "ids" uuid[];
  "accepted" uuid[];
BEGIN
  SELECT array_agg(e."id" ORDER BY e."id"), array_agg(e."id" ORDER BY e."id") FILTER (WHERE e."state" = 'accepted')
    INTO "ids", "accepted"
    FROM (SELECT e."id", e."state" FROM "event" e
           WHERE e."workspace_id" = "ws" AND e."state" IN ('open', 'accepted')
             AND e."id" IN (SELECT m."event_id" FROM "event_claim" m WHERE m."workspace_id" = "ws" AND m."claim_id" = ANY("claims"))
           ORDER BY e."id" FOR UPDATE) e;
  IF "ids" IS NULL THEN RETURN; END IF;
  INSERT INTO "event_version" ("workspace_id", "event_id", "number", "content", "state", "cause", "created_by")
  SELECT v."workspace_id", v."event_id", v."number" + 1, v."content", 'open', jsonb_build_object('did', "why"), "person"
    FROM "event" e
    JOIN "event_version" v ON v."workspace_id" = e."workspace_id" AND v."event_id" = e."id" AND v."number" = e."version"
   WHERE e."workspace_id" = "ws" AND e."id" = ANY("ids");
  UPDATE "event" SET "version" = "version" + 1, "state" = 'open', "updated_by" = "person", "updated_at" = now()
   WHERE "workspace_id" = "ws" AND "id" = ANY("ids");
  PERFORM "refresh_event_days"("ws", "ids");
  INSERT INTO "entry" ("workspace_id", "did", "created_by", "project_id", "version", "layer", "refs")
  SELECT "ws", 'reopened-event', "person", e."project_id", e."version",
         CASE p."mode" WHEN 'independent' THEN 'final' ELSE 'shared' END, jsonb_build_object('eventId', e."id")
    FROM "event" e JOIN "project" p ON p."workspace_id" = e."workspace_id" AND p."id" = e."project_id"
   WHERE e."workspace_id" = "ws" AND e."id" = ANY("accepted");
END $$;

CREATE FUNCTION "events_after_tags"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "one" record;
BEGIN
  FOR "one" IN
    WITH changed AS (
      SELECT n."workspace_id", n."id", n."type", n."kind", n."from_id", n."updated_by" FROM "new_tags" n
        JOIN "old_tags" o ON o."workspace_id" = n."workspace_id" AND o."id" = n."id"
       WHERE o."version" <> n."version" OR (o."state" = 'accepted') <> (n."state" = 'accepted')
    ), claims AS (
      SELECT "workspace_id", "id", "updated_by" FROM changed WHERE "kind" = 'claim'
      UNION SELECT "workspace_id", "from_id", "updated_by" FROM changed WHERE "type" = 'relation'
      UNION SELECT l."workspace_id", l."from_id", c."updated_by" FROM changed c
        JOIN "tag" l ON l."workspace_id" = c."workspace_id" AND l."to_id" = c."id" AND l."type" = 'relation'
       WHERE c."kind" IN ('place', 'source')
    )
    SELECT c."workspace_id" AS "ws", array_agg(c."id") AS "ids", (array_agg(c."updated_by"))[1] AS "person"
      FROM claims c JOIN "event_claim" m ON m."workspace_id" = c."workspace_id" AND m."claim_id" = c."id"
     GROUP BY c."workspace_id"
  LOOP
    PERFORM "reopen_events"("one"."ws", "one"."ids", "one"."person", 'claims');
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "events_after_tags" AFTER UPDATE ON "tag"
  REFERENCING OLD TABLE AS "old_tags" NEW TABLE AS "new_tags"
  FOR EACH STATEMENT EXECUTE FUNCTION "events_after_tags"();

-- A link that is accepted from its first version on, as a merge of layers makes them.
CREATE FUNCTION "events_after_new_tags"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "one" record;
BEGIN
  FOR "one" IN
    SELECT n."workspace_id" AS "ws", array_agg(n."from_id") AS "ids", (array_agg(n."updated_by"))[1] AS "person"
      FROM "new_tags" n JOIN "event_claim" m ON m."workspace_id" = n."workspace_id" AND m."claim_id" = n."from_id"
     WHERE n."type" = 'relation' AND n."state" = 'accepted' GROUP BY n."workspace_id"
  LOOP
    PERFORM "reopen_events"("one"."ws", "one"."ids", "one"."person", 'claims');
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "events_after_new_tags" AFTER INSERT ON "tag"
  REFERENCING NEW TABLE AS "new_tags"
  FOR EACH STATEMENT EXECUTE FUNCTION "events_after_new_tags"();
