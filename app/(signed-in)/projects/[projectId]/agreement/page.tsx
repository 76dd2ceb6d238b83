import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InProject, openProject, type Params, type Query } from "@/app/(signed-in)/projects/[projectId]/in-project";
import { shown } from "@/app/(signed-in)/signed-in";
import { AgreementPage } from "@/components/agreement/agreement-page";
import { refusalInProject } from "@/domain/access/policy";
import { coreKinds } from "@/domain/kind-values";
import { translator } from "@/messages/translator";
import { listMembers } from "@/server/operations/list-members";
import { readCodebook } from "@/server/operations/read-codebook";

const t = translator("agreement");
const values = translator("values");

export const metadata: Metadata = { title: t("title") };

export default async function Page({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, project } = await openProject(params);
  if (refusalInProject(actor, project, "see-agreement")) notFound();
  const [members, codebook] = await Promise.all([
    shown(listMembers(actor, project.id)),
    shown(readCodebook(actor, project.id)),
  ]);
  const query = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return (
    <InProject project={project} here={[{ label: t("title") }]}>
      <AgreementPage
        project={{ id: project.id, mode: project.mode }}
        people={members.items
          .filter(({ role }) => role === "analyst")
          .map(({ userId, name }) => ({ id: userId, name }))}
        kinds={[
          ...coreKinds.map((kind) => ({ id: kind, name: values(`kind.${kind}`) })),
          ...codebook.labels.map(({ slug, name }) => ({ id: `label:${slug}`, name })),
        ]}
        query={new URLSearchParams(query).toString()}
      />
    </InProject>
  );
}
