import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import type { Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { SearchPage } from "@/components/search/search-page";
import { ProjectId } from "@/domain/ids";
import { findable } from "@/domain/search/findable";
import { LONGEST } from "@/domain/search/query";
import { translator } from "@/messages/translator";
import { listProjects } from "@/server/operations/list-projects";
import { searchCursorIn } from "@/server/operations/page-cursor";
import { findSavedSearch, listSavedSearches } from "@/server/operations/saved-searches";
import { search } from "@/server/operations/search";

const t = translator("search");

export const metadata: Metadata = { title: t("title") };

const ROWS_A_PAGE = 20;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const actor = await signedIn();
  const query = await searchParams;
  const { items: saved } = await shown(listSavedSearches(actor));
  const here = saved.find(({ id }) => id === query["saved"]);
  const lookedAt = here && (await findSavedSearch(actor, here.id))?.since;
  const written = typeof query["q"] === "string" ? query["q"].trim().slice(0, LONGEST + 1) : "";
  const q = here?.q ?? written;
  const { data: project } = ProjectId.safeParse(here ? here.projectId : query["project"]);
  const of = findable.find((each) => each === query["in"]);
  const after = searchCursorIn(query["cursor"]);
  const { items: projects } = await shown(listProjects(actor));
  const known = projects.find(({ id }) => id === project);
  const asked = of ? `${q} in:${of}` : q;
  const found =
    q === "" ? undefined : await search(actor, { q: asked, project: known?.id, after, limit: ROWS_A_PAGE, lookedAt });
  const refused =
    found && !found.ok && found.failure.kind === "invalid" ? found.failure.problems[0]?.reason : undefined;
  if (found && !found.ok && refused === undefined) throw new Error(`Nothing could be searched: ${found.failure.kind}`);
  return (
    <Frame crumbs={[{ label: t("title") }]}>
      <SearchPage
        q={q}
        of={of}
        project={known && { id: known.id, name: known.name }}
        projects={projects.map(({ id, name }) => ({ id, name }))}
        found={found?.ok ? found.value : undefined}
        paged={after !== undefined}
        refused={refused}
        saved={saved}
        here={here}
      />
    </Frame>
  );
}
