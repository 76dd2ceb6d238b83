import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { DashboardPage } from "@/components/dashboard/dashboard-page";
import type { Dashboard } from "@/domain/dashboard/dashboard";
import { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";

afterEach(cleanup);

const id = "00000000-0000-7000-8000-000000000001";
const outcomes = { decided: 4, unchanged: 3, changed: 0, returned: 1, rejected: 0, share: 0.75, low: 0.3, high: 0.95 };
const nothing = { imported: 0, tagged: 0, decided: 0, handedIn: 0, closed: 0, waited: null };

const quiet: Dashboard = {
  projectId: ProjectId.parse(id),
  from: "2026-11-09",
  weeks: [
    { week: "2026-11-09", ...nothing },
    { week: "2026-11-16", ...nothing },
  ],
  waited: null,
  byKind: [],
  byOrigin: [],
  relabelled: [],
  stuck: [],
  capped: [],
};

const busy: Dashboard = {
  ...quiet,
  weeks: [
    { week: "2026-11-09", ...nothing, tagged: 7, waited: { median: 2, p90: 4, n: 1 } },
    { week: "2026-11-16", ...nothing, tagged: 5, decided: 4, waited: { median: 3, p90: 60, n: 4 } },
  ],
  waited: { median: 3, p90: 60, n: 4 },
  byKind: [{ kind: "claim", name: "claim", ...outcomes }],
  byOrigin: [{ origin: "engine:names", ...outcomes }],
  relabelled: [{ from: "claim", to: "place", count: 2, reportId: ReportId.parse(id), tagId: TagId.parse(id) }],
  stuck: [
    {
      what: "waiting-tags",
      reportId: ReportId.parse(id),
      title: "Bridge closed",
      since: "2026-11-01T10:00:00.000Z",
      count: 3,
      tagId: TagId.parse(id),
    },
  ],
};

function page(dashboard: Dashboard) {
  return show(<DashboardPage project={{ id: "p", mode: "shared" }} />, {
    "GET /projects/p/dashboard": () => ({ ok: true, value: dashboard }),
  });
}

test("charts are tables too, and what is stuck is one click from where it can be moved", async () => {
  page(busy);
  expect(await screen.findByText("3 tags wait for a decision", { selector: "td" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Bridge closed" }).getAttribute("href")).toBe(`/reports/${id}?tag=${id}`);
  const table = within(screen.getByRole("table", { name: "Work completed", hidden: true }));
  expect(table.getAllByRole("row", { hidden: true }).map((row) => row.textContent)).toEqual([
    "Week ofTags madeDecisionsReports submittedReports importedReports closed",
    "2026-11-0970000",
    "2026-11-1654000",
  ]);
  expect(screen.getByText(/median 3 h, 90th percentile 2.5 d, over 4 decisions/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Claim became Place" })).toBeDefined();
  expect(screen.getAllByText("Suggestions by names, accepted by people").length).toBeGreaterThan(0);
});

test("people are told apart only on request, and then with a word of caution", async () => {
  const userId = UserId.parse(id);
  const { person, asked } = page({ ...busy, byPerson: [{ userId, name: "Amal", ...outcomes }] });
  await person.click(await screen.findByRole("switch", { name: "Show individuals" }));
  expect(asked).toHaveBeenLastCalledWith("GET", "/projects/p/dashboard?weeks=12&people=1", undefined);
  expect(await screen.findByText(/this is not a ranking/)).toBeDefined();
});

test("where nothing happened it says so", async () => {
  page(quiet);
  expect(await screen.findByRole("heading", { name: "Nothing has happened here in these weeks" })).toBeDefined();
  expect(screen.getByText(/^Nothing is stalled: no tag, assignment or open thread/)).toBeDefined();
});
