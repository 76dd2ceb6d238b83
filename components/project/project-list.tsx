"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Tombstones } from "@/components/erasing/tombstones";
import { CreateProject } from "@/components/project/create-project";
import { Page } from "@/components/shell/page";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Language } from "@/components/values/language";
import type { Tombstone } from "@/domain/erasing/tombstone";
import type { Project } from "@/domain/project/project";

/** The projects one has a part in. */
export function ProjectList({
  workspace,
  projects,
  deleted,
  mayCreate,
}: {
  workspace: string;
  projects: readonly Project[];
  /** For admins: the projects that were deleted. */
  deleted: readonly Tombstone[];
  mayCreate: boolean;
}) {
  const t = useTranslations("projects");
  const erasing = useTranslations("erasing");
  const current = projects.filter(({ archivedAt }) => archivedAt === undefined);
  const archived = projects.filter(({ archivedAt }) => archivedAt !== undefined);
  const create = mayCreate ? <CreateProject /> : null;
  return (
    <Page
      narrow
      title={t("title")}
      lead={t("lead", { count: current.length, workspace })}
      actions={projects.length > 0 ? create : null}
    >
      {projects.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={create}>
          {t(mayCreate ? "emptyMay" : "emptyMayNot")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {current.map((project) => (
            <Line key={project.id} project={project} />
          ))}
        </ul>
      )}
      {archived.length > 0 ? (
        <details className="mt-10">
          <summary className="w-fit cursor-pointer rounded-1 font-medium">{erasing("archivedProjects")}</summary>
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {archived.map((project) => (
              <Line key={project.id} project={project} />
            ))}
          </ul>
        </details>
      ) : null}
      <Tombstones heading={erasing("deletedProjects")} stones={deleted} />
    </Page>
  );
}

function Line({ project }: { project: Project }) {
  const values = useTranslations("values");
  return (
    <li className="group relative flex flex-wrap items-center gap-x-6 gap-y-2 py-5 hover:bg-hover/60">
      <div className="min-w-0 grow basis-72">
        <Link
          href={`/projects/${project.id}`}
          className="headline text-lead text-ink no-underline after:absolute after:inset-0 group-hover:underline"
        >
          <bdi>{project.name}</bdi>
        </Link>
        <p className="mt-1 flex flex-wrap gap-x-3 text-small text-ink-3">
          <span>{values(`preset.${project.preset}`)}</span>
          <span>
            {project.languages.map((tag, index) => (
              <span key={tag}>
                {index > 0 ? ", " : ""}
                <Language tag={tag} />
              </span>
            ))}
          </span>
        </p>
      </div>
      <span className="flex gap-2">
        <Chip>{values(`mode.${project.mode}`)}</Chip>
        <Chip tone="accent">{values(`role.${project.role}`)}</Chip>
      </span>
    </li>
  );
}
