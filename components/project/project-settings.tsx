"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { useSending } from "@/components/api/use-sending";
import { ProjectForm } from "@/components/project/project-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Project } from "@/domain/project/project";

/** Changes what a project is called and how it works. */
export function ProjectSettings({ project }: { project: Project }) {
  const t = useTranslations("projects");
  const values = useTranslations("values");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();

  return (
    <div className="max-w-2xl">
      <dl className="mb-6 grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_1fr]">
        <dt className="font-medium">{t("mode")}</dt>
        <dd>
          {values(`mode.${project.mode}`)}: {values(`modeMeans.${project.mode}`)}
          {project.practice ? <span className="block">{t("practiceHere")}</span> : null}
          <span className="block text-small text-ink-3">{t("modeStays")}</span>
        </dd>
      </dl>
      <ProjectForm
        id="project-settings"
        project={project}
        sending={sending}
        onSubmit={async ({ name, languages, guidelines, twoPersonRule, poolSize, poolHours }) => {
          const changed = await sending.send(() =>
            ask("PATCH", `/projects/${project.id}`, {
              name,
              languages,
              guidelines: guidelines ?? "",
              twoPersonRule,
              poolSize,
              poolHours,
            }),
          );
          if (!changed) return;
          toast({ title: t("changed") });
          router.refresh();
        }}
      />
      <div className="mt-6">
        <Button variant="primary" type="submit" form="project-settings" busy={sending.busy}>
          {t("submitChange")}
        </Button>
      </div>
    </div>
  );
}
