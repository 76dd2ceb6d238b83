-- The reports table sorted by title or outlet, as server/data/report-order.ts sorts it.

-- outside Prisma: report_by_title
CREATE INDEX "report_by_title" ON "report"
  ("workspace_id", "project_id", (left(lower(normalize("title", NFKD)), 100)) COLLATE "C", "id");

-- outside Prisma: report_by_outlet
CREATE INDEX "report_by_outlet" ON "report"
  ("workspace_id", "project_id", (coalesce(left(lower(normalize("outlet", NFKD)), 100), chr(1114109))) COLLATE "C", "id");
