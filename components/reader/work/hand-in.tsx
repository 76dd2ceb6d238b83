"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "@/components/reader/panels";
import { useReader, useSession } from "@/components/reader/session/use-session";
import type { Work } from "@/components/reader/work/use-work";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { type Missing, missingIn, needsRestatement } from "@/domain/assignment/missing";
import { TagId } from "@/domain/ids";

/** The last look before a report is handed in: what is missing, each one click from its words. */
export function HandIn({ work, onClose }: { work: Work; onClose: () => void }) {
  const t = useTranslations("readerWork");
  const router = useRouter();
  const toast = useToast();
  const page = usePage();
  const report = useReader((state) => state.report);
  const saved = useReader((state) => state.saving.state === "saved");
  const blind = useReader((state) => state.project.mode === "independent");
  const here = useMissing();
  const [told, setTold] = useState<readonly Missing[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const missing = told.length > 0 ? [...told, ...here.filter(({ required }) => !required)] : here;
  const required = missing.filter((each) => each.required);
  const others = missing.filter((each) => !each.required);

  async function submit() {
    setBusy(true);
    setProblem(null);
    const readTo = page.readTo();
    const answer = await work.put(work.me, { state: "submitted", ...(readTo === undefined ? {} : { readTo }) });
    setBusy(false);
    if (answer.ok) {
      toast({ title: t("submitted", { title: report.title }) });
      onClose();
      return router.push("/work");
    }
    const listed = (answer.problem.errors ?? []).flatMap(({ field }) => readField(field) ?? []);
    setTold(listed);
    if (listed.length === 0) setProblem(answer.problem.detail || t("unreachable"));
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("handInTitle")}
      description={blind ? t("handInBlind") : t("handInLead")}
      footer={
        <Button
          variant="primary"
          busy={busy}
          disabled={!saved || (required.length > 0 && told.length === 0)}
          onClick={() => void submit()}
        >
          {t("submit")}
        </Button>
      }
    >
      {saved ? null : <Banner tone="wait">{t("unsaved")}</Banner>}
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      {missing.length === 0 ? <p className="text-small text-ink-2">{t("allSaid")}</p> : null}
      {required.length > 0 ? (
        <section aria-label={t("missing", { count: required.length })}>
          <h3 className="font-medium">{t("missing", { count: required.length })}</h3>
          <JumpList missing={required} onJump={onClose} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-label={t("worthALook", { count: others.length })}>
          <h3 className="font-medium">{t("worthALook", { count: others.length })}</h3>
          <p className="text-small text-ink-3">{t("worthALookLead")}</p>
          <JumpList missing={others} onJump={onClose} />
        </section>
      ) : null}
    </Dialog>
  );
}

function JumpList({ missing, onJump }: { missing: readonly Missing[]; onJump: () => void }) {
  const t = useTranslations("readerWork");
  const session = useSession();
  const page = usePage();
  const annotations = useReader((state) => state.annotations);

  function jump(tagId: TagId) {
    onJump();
    session.select(tagId);
    const spans = annotations.get(tagId)?.segments;
    requestAnimationFrame(() => {
      if (spans) page.show(spans);
      page.open("inspector", true);
    });
  }

  return (
    <ul className="mt-1 divide-y divide-line border-y border-line">
      {missing.map(({ tagId, field }) => (
        <li key={`${tagId} ${field}`}>
          <button
            type="button"
            onClick={() => jump(tagId)}
            className="flex w-full items-start gap-3 py-2 text-start text-small hover:bg-hover"
          >
            <Icon name="forward" className="mt-0.5 text-ink-3" />
            <span className="min-w-0">
              <span className="block font-medium">{t(`field.${field}`)}</span>
              <bdi className="line-clamp-2 text-ink-2">
                {annotations
                  .get(tagId)
                  ?.segments.map(({ quote }) => quote)
                  .join(" … ")}
              </bdi>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is missing in what one hands in, by the same rule as the server's. */
function useMissing(): Missing[] {
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const report = useReader((state) => state.report);
  const project = useReader((state) => state.project);
  const me = useReader((state) => state.me.id);
  return useMemo(() => {
    const others = new Set(project.mode === "shared" ? report.assignees.filter((id) => id !== me) : []);
    const mine = [...annotations.values()]
      .filter(
        ({ createdBy, layer }) =>
          !others.has(createdBy) && (layer === "shared" || layer === `analyst:${me}` || layer === "final"),
      )
      .toSorted((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0));
    const foreign = needsRestatement(report.language, project.languages);
    return missingIn({ annotations: mine, relations: [...relations.values()] }, { foreign });
  }, [annotations, relations, report, project, me]);
}

const fields = ["attributes.kind", "attributes.restatement"] as const;

/** "tags.<id>.attributes.kind" as the server names what is missing. */
function readField(path: string): Missing | undefined {
  const tagId = TagId.safeParse(path.split(".")[1]);
  const field = fields.find((each) => path.endsWith(`.${each}`));
  return tagId.success && field ? { tagId: tagId.data, field, required: true } : undefined;
}
