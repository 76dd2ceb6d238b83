import type { ProjectId, ReportId, RevisionId, TagId } from "@/domain/ids";
import type { Annotation, PutAnnotation, Relation, Tag } from "@/domain/tag/tag";
import { codePointLength } from "@/domain/text/offsets";
import { type Api, apiOf, got, type Who } from "@/e2e/api";

export type Paper = { id: ReportId; title: string; text: string; revisionId: RevisionId; projectId: ProjectId };
export type Wish = { title?: string; text?: string; language?: string; outlet?: string; projectId?: ProjectId };

type Me = { projects: { id: ProjectId; name: string; slug: string; role: string }[] };

const newsOfTheDay = [
  "Hundreds of people left the northern quarters of Hama on Monday, a senior military source said.",
  "The source added that the road to Ithriya was open and that lorries may cross it again next week.",
  "A spokesman for the province denied that the hills east of Hama had fallen.",
].join("\n\n");

/** Prepares what a journey begins with, by the API, and counts afterwards what the server has. */
export class Office {
  readonly url: string;
  readonly #apis = new Map<Who, Promise<Api>>();

  constructor(url: string) {
    this.url = url;
  }

  as(who: Who): Promise<Api> {
    const known = this.#apis.get(who) ?? apiOf(this.url, who);
    this.#apis.set(who, known);
    return known;
  }

  /** The project that the demo's people share. */
  async project() {
    const { projects } = await got((await this.as("Analyst A")).get<Me>("/api/v1/me"));
    const first = projects.find(({ slug }) => slug === "week-on-the-nile");
    if (!first) throw new Error("The demo has no project.");
    return first;
  }

  /** A project of the demo by its short name. */
  async demoProject(slug: "three-weeks-on-the-gulf" | "second-reading"): Promise<Me["projects"][number]> {
    const { projects } = await got((await this.as("Analyst A")).get<Me>("/api/v1/me"));
    const project = projects.find((each) => each.slug === slug);
    if (!project) throw new Error(`The demo has no project ${slug}.`);
    return project;
  }

  /** A report of its own for one journey, so that no journey meets another's tags. */
  async newReport(wish: Wish = {}): Promise<Paper> {
    const projectId = wish.projectId ?? (await this.project()).id;
    const number = crypto.randomUUID().slice(0, 8);
    const { title = `Night in the hills ${number}`, language = "en", outlet = "Hama Post" } = wish;
    const text = `${wish.text ?? newsOfTheDay}\n\nBulletin ${number}.`;
    const editor = await this.as("Editor");
    return got(editor.post<Paper>(`/api/v1/projects/${projectId}/reports`, { title, text, language, outlet }));
  }

  /** Tags the first place where the words stand. */
  async tag(who: Who, paper: Paper, words: string, kind: PutAnnotation["kind"]): Promise<Annotation> {
    const id = crypto.randomUUID();
    const body = { kind, revisionId: paper.revisionId, segments: [segmentOn(paper.text, words)], attributes: {} };
    return got((await this.as(who)).put<Annotation>(`/api/v1/reports/${paper.id}/annotations/${id}`, body));
  }

  /** What the server has on a report, withdrawn tags too. */
  async tagsOf(paper: Pick<Paper, "id">): Promise<{ annotations: Annotation[]; relations: Relation[] }> {
    return got((await this.as("Editor")).get(`/api/v1/reports/${paper.id}/tags`));
  }

  async tagWithVersions(id: TagId): Promise<{ tag: Tag; versions: { number: number }[] }> {
    return got((await this.as("Editor")).get(`/api/v1/annotations/${id}`));
  }
}

/** The first place where words stand in a text, in code points. */
export function segmentOn(text: string, words: string): { start: number; end: number; quote: string } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" does not stand in the text.`);
  const start = codePointLength(text.slice(0, at));
  return { start, end: start + codePointLength(words), quote: words };
}
