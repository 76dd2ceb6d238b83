import type { Metadata } from "next";
import { Frame } from "@/app/(signed-in)/frame";
import { shown, signedIn } from "@/app/(signed-in)/signed-in";
import { ProjectList } from "@/components/project/project-list";
import { refusalInWorkspace } from "@/domain/access/policy";
import { translator } from "@/messages/translator";
import { listDeletedProjects } from "@/server/operations/erase";
import { listProjects } from "@/server/operations/list-projects";
import { readMe } from "@/server/operations/read-me";

export const metadata: Metadata = { title: translator("projects")("title") };

export default async function Page() {
  const actor = await signedIn();
  const [{ items }, { workspace }] = await Promise.all([shown(listProjects(actor)), shown(readMe(actor))]);
  const deleted = await listDeletedProjects(actor);
  return (
    <Frame>
      <ProjectList
        workspace={workspace.name}
        projects={items}
        deleted={deleted.ok ? deleted.value.items : []}
        mayCreate={refusalInWorkspace(actor, "make-project") === undefined}
      />
    </Frame>
  );
}
