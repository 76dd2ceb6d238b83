import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { PlanForm } from "@/components/details/plan-form";
import { ProjectSettings } from "@/components/project/project-settings";
import type { ProjectId, ReportId } from "@/domain/ids";
import { readGuidelines } from "@/domain/project/guidelines";
import type { Project } from "@/domain/project/project";
import type { ReportRow } from "@/domain/report/report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

afterEach(cleanup);

const report = {
  // Ids of the test's own; nobody looks them up.
  id: "r" as ReportId,
  projectId: "p" as ProjectId,
  title: "Bridge shut",
  priority: 0,
  due: "2026-12-01",
} as ReportRow;

test("a plan is saved over what the form began with, also after a colleague's change arrived with its answer", async () => {
  const { person, asked } = show(<PlanForm report={report} mayChange />, {
    "PATCH /reports/r": () => ({ ok: true, value: { ...report, priority: 2, due: "2026-12-24" } }),
  });
  await person.selectOptions(screen.getByLabelText(/Urgency|Priority/), "2");
  await person.click(screen.getByRole("button", { name: "Save plan" }));
  expect(asked).toHaveBeenLastCalledWith("PATCH", "/reports/r", {
    priority: 2,
    due: "2026-12-01",
    seen: { priority: 0, due: "2026-12-01", embargoUntil: null },
  });
  // Their date is shown now, and stays with the next save.
  await screen.findByDisplayValue("2026-12-24");
  await person.click(screen.getByRole("button", { name: "Save plan" }));
  expect(asked).toHaveBeenLastCalledWith("PATCH", "/reports/r", {
    priority: 2,
    due: "2026-12-24",
    seen: { priority: 2, due: "2026-12-24", embargoUntil: null },
  });
});

const project = {
  id: "p" as ProjectId,
  name: "Hama",
  slug: "hama",
  mode: "shared",
  languages: ["en"],
  preset: "conflict-monitor",
  ...readGuidelines("Tag claims."),
  twoPersonRule: false,
  practice: false,
  poolSize: 0,
  poolHours: 72,
  countries: ["SD"],
} as Project;

/** A colleague changed the name, the guidelines and the languages while the name was being changed here. */
const theirs = { ...project, name: "Hama desk", ...readGuidelines("Tag places."), languages: ["en", "ar"] };

async function refused() {
  let calls = 0;
  const shown = show(<ProjectSettings project={project} labels={[]} />, {
    "PATCH /projects/p": () => {
      calls += 1;
      if (calls > 1) return { ok: true, value: theirs };
      const errors = [{ field: "name", reason: "A colleague changed this." }];
      const changed = { name: "Rana", at: "2026-11-30T00:00:00Z" };
      return { ok: false, problem: { kind: "conflict", title: "", current: theirs, errors, changed } };
    },
  });
  const name = screen.getByRole("textbox", { name: /Name/ });
  await shown.person.clear(name);
  await shown.person.type(name, "Hama field");
  await shown.person.click(screen.getByRole("button", { name: "Save changes" }));
  await screen.findByText(/Rana changed this/);
  return shown;
}

test("saving one's own over a colleague's settings leaves what one did not change as they made it", async () => {
  const { person, asked } = await refused();
  await person.click(screen.getByRole("button", { name: "Overwrite with mine" }));
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(asked).toHaveBeenLastCalledWith(
    "PATCH",
    "/projects/p",
    expect.objectContaining({ name: "Hama field", guidelines: "Tag places.", languages: ["en", "ar"] }),
  );
});

test("taking a colleague's settings shows all of theirs, and the next save overrules none", async () => {
  const { person, asked } = await refused();
  await person.click(screen.getByRole("button", { name: "Use theirs" }));
  expect(await screen.findByDisplayValue("Hama desk")).toBeDefined();
  expect(screen.getByDisplayValue("en, ar")).toBeDefined();
  await person.click(screen.getByRole("button", { name: "Save changes" }));
  const seen = expect.objectContaining({ name: "Hama desk", guidelines: "Tag places.", languages: ["en", "ar"] });
  expect(asked).toHaveBeenLastCalledWith(
    "PATCH",
    "/projects/p",
    expect.objectContaining({ name: "Hama desk", guidelines: "Tag places.", languages: ["en", "ar"], seen }),
  );
});
