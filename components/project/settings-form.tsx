"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { type Sending, useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Project } from "@/domain/project/project";

type Part = "review" | "events" | "suggestions";

/** How a part of a project's settings is kept: against what was seen of it, so that nobody overwrites a colleague's. */
export function useSettings<P extends Part>(project: Project, part: P, said: string) {
  const ask = useAsk();
  const router = useRouter();
  const tell = useToast();
  const sending = useSending();
  const [seen, setSeen] = useState<Project[P]>(project[part]);
  /** Answers the settings as they are kept, undefined where they were not. */
  const keep = async (wish: Project[P]): Promise<Project[P] | undefined> => {
    const body = { [part]: wish, seen: { [part]: seen } };
    const changed = await sending.send(() => ask("PATCH", `/projects/${project.id}`, body));
    if (!changed) return undefined;
    setSeen(changed[part]);
    tell({ title: said });
    router.refresh();
    return changed[part];
  };
  /** Why a field was refused, by the beginning of its name. */
  const wrong = (field: string) =>
    sending.problem?.errors?.find((each) => each.field.startsWith(`${part}.${field}`))?.reason;
  return { seen, sending, keep, wrong };
}

/** A part of a project's settings with its own button. */
export function SettingsForm({
  title,
  lead,
  submit,
  sending,
  onSubmit,
  children,
  after,
}: {
  title: string;
  lead: string;
  /** What the button says. */
  submit: string;
  sending: Sending;
  onSubmit: () => Promise<void>;
  children: ReactNode;
  /** What stands below the form. */
  after?: ReactNode;
}) {
  const api = useTranslations("api");
  return (
    <section className="mt-10 max-w-2xl border-t border-line pt-6">
      <h2 className="font-serif text-lead font-semibold">{title}</h2>
      <p className="mb-4 text-ink-2">{lead}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        {sending.problem ? <ProblemNote problem={sending.problem} kept={api("formKept")} /> : null}
        {children}
        <div>
          <Button variant="primary" type="submit" busy={sending.busy}>
            {submit}
          </Button>
        </div>
      </form>
      {after}
    </section>
  );
}
