import type { Metadata } from "next";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { ConcordancePage } from "@/components/concordance/concordance-page";
import { refusalInProject } from "@/domain/access/policy";
import { hitSorts } from "@/domain/search/hit-sorts";
import { LONGEST } from "@/domain/search/query";
import { translator } from "@/messages/translator";
import { readConcordance } from "@/server/operations/concordance";
import { concordanceCursorIn } from "@/server/operations/page-cursor";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("search");

export const metadata: Metadata = { title: t("concordance.title") };

const LINES_A_PAGE = 50;

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  const query = await searchParams;
  const q = typeof query["q"] === "string" ? query["q"].trim().slice(0, LONGEST + 1) : "";
  const sort = hitSorts.find((each) => each === query["sort"]) ?? "newest";
  const after = concordanceCursorIn(query["cursor"]);
  const [codebook, found] = await Promise.all([
    shown(readCodebook(actor, project.id)),
    q === "" ? undefined : readConcordance(actor, project.id, { q, sort, after, limit: LINES_A_PAGE }),
  ]);
  const refused =
    found && !found.ok && found.failure.kind === "invalid" ? found.failure.problems[0]?.reason : undefined;
  return (
    <InProject project={project} here={[{ label: t("concordance.title") }]}>
      <ConcordancePage
        key={`${q} ${sort} ${after?.join(" ") ?? ""}`}
        project={{ id: project.id, name: project.name }}
        asked={{ q, sort }}
        found={found && refused === undefined ? await shown(found) : undefined}
        paged={after !== undefined}
        refused={refused}
        labels={codebook.labels.map(({ slug, name }) => ({ kind: `label:${slug}` as const, name }))}
        may={{
          tag: refusalInProject(actor, project, "tag") === undefined,
          take: refusalInProject(actor, project, "export") === undefined && !project.practice,
        }}
      />
    </InProject>
  );
}
