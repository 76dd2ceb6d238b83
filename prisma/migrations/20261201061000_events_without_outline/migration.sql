-- Events whose outline has still to be made, for who makes them.
-- outside Prisma: event_without_outline
CREATE INDEX "event_without_outline" ON "event" ("workspace_id", "project_id")
  WHERE "outline_of" IS DISTINCT FROM "version" AND "state" IN ('open', 'accepted');
