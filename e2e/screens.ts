import { partsFor } from "@/components/project/project-parts";
import type { ProjectRole } from "@/domain/project/project";
import { got, type Who } from "@/e2e/api";
import type { Office } from "@/e2e/office";

/** Pages outside projects. */
const everybody = [
  "/work",
  "/projects",
  "/queue",
  "/inbox",
  "/inbox?unread=true",
  "/search",
  "/search?q=Khanasser",
  "/search?q=colour:red",
  "/account",
  "/account/tokens",
  "/licences",
  "/help/agreement",
  "/there-is-no-such-page",
];
const admins = ["/people", "/people/tokens"];
/** Pages of a project that its navigation does not name, or names in another state. */
const besides = {
  reader: ["?outlet=Nobody", "/events?q=nobody-calls-it-so", "/map?of=events", "/events/sheet"],
  editor: ["/import", "/import/annotated", "/events/sheet/changes"],
};
const ofReport = ["", "/details", "/activity", "/export", "/outcomes"];

const roles: Record<Who, ProjectRole> = {
  Editor: "editor",
  Reviewer: "reviewer",
  "Analyst A": "analyst",
  "Analyst B": "analyst",
};
/** The demo's own, which every run has. */
const demo = new Set(["week-on-the-nile", "second-reading", "three-weeks-on-the-gulf"]);

type Listed = { items: { id: string; words: number }[] };

/** The address of every screen that somebody of the demo can open, in the demo's projects. */
export async function screensOf(who: Who, office: Office): Promise<string[]> {
  const api = await office.as(who);
  const { projects } = await got(api.get<{ projects: { id: string; slug: string }[] }>("/api/v1/me"));
  const screens = who === "Editor" ? [...everybody, ...admins] : [...everybody];
  for (const { id } of projects.filter(({ slug }) => demo.has(slug))) {
    const first = async (path: string) => (await got(api.get<Listed>(`/api/v1/projects/${id}/${path}?limit=1`))).items;
    const below = [
      ...partsFor(roles[who]).map(({ path }) => path),
      ...besides.reader,
      ...(roles[who] === "editor" ? besides.editor : []),
      ...(await first("entities")).map((entity) => `/entities/${entity.id}`),
      ...(await first("events")).map((event) => `/events/${event.id}`),
    ];
    screens.push(...below.map((path) => `/projects/${id}${path}`));
    const { items } = await got(api.get<Listed>(`/api/v1/projects/${id}/reports`));
    const short = items.filter(({ words }) => words < 1000).slice(0, 1);
    const pages = who === "Editor" || who === "Reviewer" ? [...ofReport, "/compare"] : ofReport;
    for (const { id: report } of short) screens.push(...pages.map((path) => `/reports/${report}${path}`));
  }
  return screens;
}
