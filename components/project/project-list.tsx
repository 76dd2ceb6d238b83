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
import type { ListedProject } from "@/domain/project/project";
import { reportStates } from "@/domain/report/report-values";

/** The projects one has a part in. */
export function ProjectList({
  workspace,
  projects,
  deleted,
  mayCreate,
}: {
  workspace: string;
  projects: readonly ListedProject[];
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

function Line({ project }: { project: ListedProject }) {
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
          <Reports counts={project.reports} />
        </p>
      </div>
      <span className="flex gap-2">
        <Chip>{values(`mode.${project.mode}`)}</Chip>
        <Chip tone="accent">{values(`role.${project.role}`)}</Chip>
      </span>
    </li>
  );
}

/** How many reports there are and how many stand where. */
function Reports({ counts }: { counts: ListedProject["reports"] }) {
  const t = useTranslations("projects");
  const values = useTranslations("values");
  const standing = reportStates.flatMap((state) => (counts[state] ? [{ state, count: counts[state] }] : []));
  const all = standing.reduce((sum, { count }) => sum + count, 0);
  return (
    <span>
      {t("reportCount", { count: all })}
      {standing.length > 0
        ? `: ${standing.map(({ state, count }) => `${count} ${values(`state.${state}`).toLowerCase()}`).join(", ")}`
        : ""}
    </span>
  );
}
