import type { ProjectRole } from "@/domain/project/project";

/** A page in a project's navigation: its word in `projects.json`, its path below the project, and the lowest role that opens it. */
export interface Part {
  part: string;
  path: string;
  from: ProjectRole;
}

/** The pages of a project, in the groups that its navigation shows; a group is called after the first page that one may open. */
export const groups = [
  [
    { part: "reports", path: "", from: "reader" },
    { part: "copies", path: "/copies", from: "analyst" },
    { part: "feeds", path: "/feeds", from: "editor" },
  ],
  [{ part: "queue", path: "/queue", from: "reviewer" }],
  [
    { part: "progress", path: "/progress", from: "analyst" },
    { part: "dashboard", path: "/dashboard", from: "editor" },
    { part: "agreement", path: "/agreement", from: "reviewer" },
    { part: "activity", path: "/activity", from: "analyst" },
  ],
  [
    { part: "events", path: "/events", from: "reader" },
    { part: "timeline", path: "/events/timeline", from: "reader" },
    { part: "map", path: "/map", from: "reader" },
    { part: "dataWeek", path: "/events/data-week", from: "reader" },
  ],
  [{ part: "entities", path: "/entities", from: "reader" }],
  [{ part: "concordance", path: "/concordance", from: "reader" }],
  [{ part: "codebook", path: "/codebook", from: "reader" }],
  [
    { part: "export", path: "/export", from: "analyst" },
    { part: "releases", path: "/releases", from: "analyst" },
    { part: "jobs", path: "/jobs", from: "editor" },
  ],
  [
    { part: "settings", path: "/settings", from: "editor" },
    { part: "protection", path: "/protection", from: "editor" },
    { part: "webhooks", path: "/webhooks", from: "editor" },
    { part: "members", path: "/members", from: "reader" },
  ],
] as const satisfies readonly (readonly Part[])[];

export type ProjectPart = (typeof groups)[number][number];

const ladder: readonly ProjectRole[] = ["reader", "analyst", "reviewer", "editor"];

/** The groups with what this role may open; none is empty. */
export function groupsFor(role: ProjectRole): ProjectPart[][] {
  return groups
    .map((group) => group.filter(({ from }) => ladder.indexOf(role) >= ladder.indexOf(from)))
    .filter((group) => group.length > 0);
}

/** The page that an address below the project (`/events/…`) belongs to: the one with the longest path that begins it. */
export function partAt(below: string): ProjectPart {
  const fits = groups.flat().filter(({ path }) => below === path || below.startsWith(`${path}/`));
  return fits.reduce((best, each) => (each.path.length > best.path.length ? each : best), groups[0][0]);
}

/** Everything that this role may open, in the order of the navigation. */
export const partsFor = (role: ProjectRole): ProjectPart[] => groupsFor(role).flat();
