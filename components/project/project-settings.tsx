"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Meanwhile } from "@/components/api/meanwhile";
import { useSending } from "@/components/api/use-sending";
import { ProjectForm } from "@/components/project/project-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Project } from "@/domain/project/project";
import { carried } from "@/domain/seen";

type Settings = Pick<
  Project,
  "name" | "languages" | "guidelines" | "countries" | "twoPersonRule" | "poolSize" | "poolHours"
>;

const settingsOf = ({
  name,
  languages,
  countries,
  guidelines,
  twoPersonRule,
  poolSize,
  poolHours,
}: Settings): Settings => ({
  name,
  languages,
  countries,
  guidelines,
  twoPersonRule,
  poolSize,
  poolHours,
});

/** Changes what a project is called and how it works. */
export function ProjectSettings({ project }: { project: Project }) {
  const t = useTranslations("projects");
  const values = useTranslations("values");
  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  /** What was seen of the project when the form was filled in, what it shows, and what was last sent. */
  const [seen, setSeen] = useState(project);
  const [shown, setShown] = useState({ project, nth: 0 });
  const [sent, setSent] = useState<Settings>(settingsOf(project));

  const save = async (wish: Settings, over: Settings) => {
    setSent(wish);
    const changed = await sending.send(() =>
      ask("PATCH", `/projects/${project.id}`, { ...wish, seen: settingsOf(over) }),
    );
    if (!changed) return;
    setSeen(changed);
    setShown(({ nth }) => ({ project: changed, nth: nth + 1 }));
    toast({ title: t("changed") });
    router.refresh();
  };

  /** What one changed oneself, and of everything else what stands now. */
  const mineOver = (now: Settings): Settings => ({
    ...settingsOf(now),
    ...carried<Settings>(sent, settingsOf(seen), now).change,
  });

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
        key={shown.nth}
        id="project-settings"
        project={shown.project}
        sending={sending}
        note={
          sending.problem ? (
            <Meanwhile<Settings>
              problem={sending.problem}
              nameOf={(field) => t(field)}
              onTake={(now, fields) => {
                const theirs = Object.fromEntries(fields.map((field) => [field, now[field]]));
                setShown(({ nth }) => ({ project: { ...seen, ...mineOver(now), ...theirs }, nth: nth + 1 }));
                setSeen({ ...seen, ...settingsOf(now) });
                sending.reset();
              }}
              onOverrule={(now) => void save(mineOver(now), now)}
            />
          ) : null
        }
        onSubmit={({ name, languages, countries, guidelines = "", twoPersonRule, poolSize, poolHours }) =>
          void save({ name, languages, countries, guidelines, twoPersonRule, poolSize, poolHours }, seen)
        }
      />
      <div className="mt-6">
        <Button variant="primary" type="submit" form="project-settings" busy={sending.busy}>
          {t("submitChange")}
        </Button>
      </div>
    </div>
  );
}
