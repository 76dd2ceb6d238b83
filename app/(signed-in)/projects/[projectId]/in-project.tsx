import "server-only";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { DropAnywhere } from "@/components/import/drop-anywhere";
import { ProjectNav } from "@/components/project/project-nav";
import type { Crumb } from "@/components/shell/crumbs";
import { ProjectId } from "@/domain/ids";
import type { Project } from "@/domain/project/project";
import { translator } from "@/messages/translator";
import { readProject } from "@/server/operations/read-project";

export type Params = Promise<{ projectId: string }>;
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** Who opened a page of which project. */
export async function openProject(params: Promise<{ projectId: string }>) {
  const actor = await signedIn();
  const id = ProjectId.safeParse((await params).projectId);
  if (!id.success) notFound();
  return { actor, project: await shown(readProject(actor, id.data)) };
}

/** A page of a project: the bar with the way to here, the project's parts, the page. */
export function InProject({
  project,
  here = [],
  children,
}: {
  project: Project;
  /** The steps below the project; none on its first page. */
  here?: readonly Crumb[];
  children: ReactNode;
}) {
  const projects = { label: translator("projects")("title"), href: "/projects" };
  const own = here.length > 0 ? { label: project.name, href: `/projects/${project.id}` } : { label: project.name };
  return (
    <Frame crumbs={[projects, own, ...here]}>
      <ProjectNav projectId={project.id} role={project.role} />
      {project.role === "editor" ? <DropAnywhere projectId={project.id} /> : null}
      {children}
    </Frame>
  );
}
