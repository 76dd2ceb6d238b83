import { cleanup, render, screen } from "@testing-library/react";
import { IntlProvider } from "use-intl";
import { afterEach, expect, test, vi } from "vitest";
import { ProjectNav } from "@/components/project/project-nav";
import { groups, groupsFor, type Part, partAt, partsFor } from "@/components/project/project-parts";
import projects from "@/messages/en/projects.json";

const where = vi.hoisted(() => ({ path: "/projects/p/sightings/01" }));
vi.mock("next/navigation", () => ({ usePathname: () => where.path }));
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe = () => undefined;
    disconnect = () => undefined;
  },
);
afterEach(cleanup);

/** A page that the product does not have: one line, and its word. */
const sightings: Part = { part: "sightings", path: "/sightings", from: "reviewer" };
const withWord = { projects: { ...projects, sightings: "Sightings" } };
(groups as unknown as Part[][]).push([sightings]);

const nav = (role: "analyst" | "reviewer") =>
  render(
    <IntlProvider locale="en" messages={withWord}>
      <ProjectNav projectId="p" role={role} />
    </IntlProvider>,
  );

test("a new page stands in the navigation and the palette of whoever may open it, and is known by its address", () => {
  nav("reviewer");
  const link = screen.getByRole("link", { name: "Sightings" });
  expect(link.getAttribute("href")).toBe("/projects/p/sightings");
  expect(link.getAttribute("aria-current")).toBe("page");
  expect(partsFor("reviewer")).toContain(sightings);
  expect(partAt("/sightings/01")).toBe(sightings);
});

test("a new page is nowhere for a role below its own", () => {
  nav("analyst");
  expect(screen.queryByRole("link", { name: "Sightings" })).toBeNull();
  expect(partsFor("analyst")).not.toContain(sightings);
  expect(groupsFor("analyst").every((group) => group.length > 0)).toBe(true);
});
