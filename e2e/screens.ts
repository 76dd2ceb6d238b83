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
const admins = ["/people", "/people/tokens", "/people/place-names"];
/** Pages of a project that its navigation does not name, or names in another state. */
const besides = {
  everybody: ["?outlet=Nobody", "/events?q=nobody-calls-it-so", "/map?of=events", "/events/sheet", "/entities/quotes"],
  editor: ["/import", "/import/annotated", "/events/sheet/changes"],
};
const ofReport = ["", "/details", "/activity", "/export", "/outcomes"];

/** The demo's own, which every run has. */
type DemoProject = "week-on-the-nile" | "second-reading" | "three-weeks-on-the-gulf";

type Listed = { items: { id: string; words: number }[] };

/** The address of every screen outside projects that somebody of the demo can open. */
export const screensOutside = (who: Who): string[] => (who === "Editor" ? [...everybody, ...admins] : everybody);

/**
 * Where somebody of the demo can begin in one of its projects, and what its navigation does not name; nothing where they
 * are no member. The pages that the navigation names are found on the way.
 */
export async function screensIn(slug: DemoProject, who: Who, office: Office): Promise<string[]> {
  const api = await office.as(who);
  const { projects } = await got(api.get<{ projects: { id: string; slug: string }[] }>("/api/v1/me"));
  const id = projects.find((project) => project.slug === slug)?.id;
  if (!id) return [];
  const first = async (path: string) => (await got(api.get<Listed>(`/api/v1/projects/${id}/${path}?limit=1`))).items;
  const below = [
    "",
    ...besides.everybody,
    ...(who === "Editor" ? besides.editor : []),
    ...(await first("entities")).map((entity) => `/entities/${entity.id}`),
    ...(await first("events")).map((event) => `/events/${event.id}`),
  ];
  const { items } = await got(api.get<Listed>(`/api/v1/projects/${id}/reports`));
  const short = items.filter(({ words }) => words < 1000).slice(0, 1);
  const compares = slug === "second-reading" && (who === "Editor" || who === "Reviewer");
  const pages = compares ? [...ofReport, "/compare"] : ofReport;
  return [
    ...below.map((path) => `/projects/${id}${path}`),
    ...short.flatMap((report) => pages.map((path) => `/reports/${report.id}${path}`)),
  ];
}
