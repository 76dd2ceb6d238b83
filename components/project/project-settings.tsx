"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { Meanwhile } from "@/components/api/meanwhile";
import { useSending } from "@/components/api/use-sending";
import type { NamedLabel } from "@/components/guidelines/guidelines-editor";
import { ProjectForm } from "@/components/project/project-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Project } from "@/domain/project/project";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { toMarkdown } from "@/domain/prose/markdown/write";
import { carried } from "@/domain/seen";

type Settings = Pick<
  Project,
  "name" | "languages" | "guidelines" | "countries" | "twoPersonRule" | "releaseApproval" | "poolSize" | "poolHours"
>;

const settingsOf = ({
  name,
  languages,
  countries,
  guidelines,
  twoPersonRule,
  releaseApproval,
  poolSize,
  poolHours,
}: Settings): Settings => ({
  name,
  languages,
  countries,
  guidelines,
  twoPersonRule,
  releaseApproval,
  poolSize,
  poolHours,
});

/** Changes what a project is called and how it works. */
export function ProjectSettings({ project, labels }: { project: Project; labels: readonly NamedLabel[] }) {
  const t = useTranslations("projects");

  const ask = useAsk();
  const router = useRouter();
  const toast = useToast();
  const sending = useSending();
  /** What was seen of the project when the form was filled in, what it shows, and what was last sent. */
  const [seen, setSeen] = useState(project);
  const [shown, setShown] = useState({ project, nth: 0 });
  const [sent, setSent] = useState<Settings>(settingsOf(project));

  /** The documents that Markdown stands for here, so that none is read out of it again. */
  const known = useRef(new Map([[project.guidelines, project.guidelinesProse]]));
  const proseFor = (markdown: string) => known.current.get(markdown) ?? fromMarkdown(markdown).prose;

  const save = async (wish: Settings, over: Settings) => {
    setSent(wish);
    const { guidelines, ...rest } = wish;
    const body = { ...rest, guidelinesProse: proseFor(guidelines), seen: settingsOf(over) };
    const isKept = guidelines === over.guidelines;
    const changed = await sending.send(() =>
      ask("PATCH", `/projects/${project.id}`, isKept ? { ...wish, seen: body.seen } : body),
    );
    if (!changed) return;
    known.current.set(changed.guidelines, changed.guidelinesProse);
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
      <ModeFacts project={project} />
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
                const taken = { ...seen, ...mineOver(now), ...theirs };
                const guidelinesProse = proseFor(taken.guidelines);
                setShown(({ nth }) => ({ project: { ...taken, guidelinesProse }, nth: nth + 1 }));
                setSeen({ ...seen, ...settingsOf(now), guidelinesProse: proseFor(now.guidelines) });
                sending.reset();
              }}
              onOverrule={(now) => void save(mineOver(now), now)}
            />
          ) : null
        }
        labels={labels}
        onSubmit={({ guidelinesProse, ...draft }) => {
          const guidelines = guidelinesProse ? toMarkdown(guidelinesProse) : shown.project.guidelines;
          if (guidelinesProse) known.current.set(guidelines, guidelinesProse);
          void save(settingsOf({ ...draft, guidelines }), seen);
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

function ModeFacts({ project }: { project: Project }) {
  const t = useTranslations("projects");
  const values = useTranslations("values");
  return (
    <dl className="mb-6 grid gap-x-6 gap-y-1 sm:grid-cols-[10rem_1fr]">
      <dt className="font-medium">{t("mode")}</dt>
      <dd>
        {values(`mode.${project.mode}`)}: {values(`modeMeans.${project.mode}`)}
        {project.practice ? <span className="block">{t("practiceHere")}</span> : null}
        <span className="block text-small text-ink-3">{t("modeStays")}</span>
      </dd>
    </dl>
  );
}
