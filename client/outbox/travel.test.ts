import { expect, test } from "vitest";
import { newId } from "@/client/new-id";
import type { Row } from "@/client/outbox/row";
import { rowOf } from "@/client/outbox/row.fixture";
import { nextJourney } from "@/client/outbox/travel";
import type { ReportId } from "@/domain/ids";

const [here, elsewhere] = [newId<ReportId>(), newId<ReportId>()];
const many = (count: number, deed: Row["deed"], reportId = here) =>
  Array.from({ length: count }, () => rowOf({ deed, reportId }));

test.each<{ when: string; ready: Row[]; alone?: boolean; how: string; count: number }>([
  { when: "one tag", ready: many(1, "put-annotation"), how: "singly", count: 1 },
  { when: "four tags", ready: many(4, "put-annotation"), how: "singly", count: 4 },
  { when: "five tags", ready: many(5, "put-annotation"), how: "batch", count: 5 },
  { when: "six comments", ready: many(6, "comment"), how: "singly", count: 4 },
  { when: "one decision", ready: many(1, "decide"), how: "singly", count: 1 },
  { when: "two decisions", ready: many(2, "decide"), how: "verdicts", count: 2 },
  {
    when: "decisions among tags",
    ready: [...many(9, "put-annotation"), ...many(3, "decide")],
    how: "verdicts",
    count: 3,
  },
  {
    when: "tags of two reports",
    ready: [...many(5, "withdraw"), ...many(9, "put-relation", elsewhere)],
    how: "batch",
    count: 5,
  },
  { when: "more than a batch may carry", ready: many(1001, "put-annotation"), how: "batch", count: 1000 },
  { when: "after trouble", ready: many(9, "put-annotation"), alone: true, how: "singly", count: 1 },
])("$when: $count go out $how", ({ ready, alone = false, how, count }) => {
  const journey = nextJourney(ready, alone);
  expect([journey.how, journey.rows.length]).toEqual([how, count]);
});
