-- What can be found by its words, as server/data/search keeps it. It is made from the other tables and the history, and
-- can be made again: backups leave it out.

-- outside Prisma: search_part
CREATE TABLE "search_part" (
    "workspace_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID,
    "of" TEXT NOT NULL CHECK ("of" IN ('report', 'tag', 'comment', 'entity')),
    "id" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "block_from" INTEGER NOT NULL,
    "block_to" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "words" TSVECTOR NOT NULL,
    PRIMARY KEY ("workspace_id", "id", "nth"),
    FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project" ("workspace_id", "id") ON DELETE CASCADE,
    FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report" ("workspace_id", "id") ON DELETE CASCADE
);

-- outside Prisma: search_part_words
CREATE INDEX "search_part_words" ON "search_part" USING gin ("words");

-- outside Prisma: search_part_newest
CREATE INDEX "search_part_newest" ON "search_part" ("workspace_id", "project_id", "at" DESC, "id" DESC);

-- outside Prisma: search_part_newest_anywhere
CREATE INDEX "search_part_newest_anywhere" ON "search_part" ("workspace_id", "at" DESC, "id" DESC);

-- outside Prisma: search_part_of_report
CREATE INDEX "search_part_of_report" ON "search_part" ("workspace_id", "report_id");

-- How far the history of each workspace has been read for it.
-- outside Prisma: search_position
CREATE TABLE "search_position" (
    "workspace_id" UUID NOT NULL PRIMARY KEY REFERENCES "workspace" ("id") ON DELETE CASCADE,
    "txid" BIGINT NOT NULL,
    "id" BIGINT NOT NULL
);
