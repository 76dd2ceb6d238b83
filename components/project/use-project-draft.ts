"use client";

import { useState } from "react";
import { slugFrom } from "@/components/project/slug";
import type { Project } from "@/domain/project/project";
import { plainOf, proseOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

/** What a person fills in about a project, as the API takes it. */
export interface ProjectDraft {
  name: string;
  slug: string;
  mode: Project["mode"];
  languages: string[];
  countries: string[];
  preset: Project["preset"];
  /** Undefined when nobody has touched them, or when nothing of a new project's is written. */
  guidelinesProse?: Prose;
  twoPersonRule: boolean;
  releaseApproval: boolean;
  practice: boolean;
  poolSize: number;
  poolHours: number;
}

/** What is written in the fields of a project's form, as words. */
type Written = Omit<ProjectDraft, "languages" | "countries" | "guidelinesProse" | "poolSize" | "poolHours"> & {
  languages: string;
  countries: string;
  guidelines: Prose;
  poolSize: string;
  poolHours: string;
};

const writtenOf = (project: Project | undefined): Written => ({
  name: project?.name ?? "",
  slug: project?.slug ?? "",
  languages: project?.languages.join(", ") ?? "en",
  countries: project?.countries.join(", ") ?? "",
  mode: project?.mode ?? "shared",
  preset: project?.preset ?? "conflict-monitor",
  guidelines: project?.guidelinesProse ?? proseOf(""),
  practice: project?.practice ?? false,
  poolSize: String(project?.poolSize ?? 0),
  poolHours: String(project?.poolHours ?? 72),
  twoPersonRule: project?.twoPersonRule ?? false,
  releaseApproval: project?.releaseApproval ?? false,
});

const listed = (words: string) => words.split(/[\s,;]+/).filter(Boolean);

/** What was written, as the API takes it. */
function draftOf({ guidelines, ...written }: Written, project: Project | undefined): ProjectDraft {
  const isWritten = project ? guidelines !== project.guidelinesProse : plainOf(guidelines).trim() !== "";
  return {
    ...written,
    slug: written.slug || slugFrom(written.name),
    languages: listed(written.languages),
    countries: listed(written.countries.toUpperCase()),
    ...(isWritten ? { guidelinesProse: guidelines } : {}),
    poolSize: Number(written.poolSize),
    poolHours: Number(written.poolHours),
  };
}

export function useProjectDraft(project: Project | undefined) {
  const [written, setWritten] = useState(() => writtenOf(project));
  const write = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }));
  return { written, write, draft: () => draftOf(written, project) };
}

export type ProjectWriting = Pick<ReturnType<typeof useProjectDraft>, "written" | "write">;
