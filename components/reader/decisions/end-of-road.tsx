"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { whenSaved } from "@/client/desk/when-saved";
import { keyOf } from "@/components/annotate/keys/registry";
import { usePersonName } from "@/components/annotate/tags/names";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { Step } from "@/components/reader/decisions/end-step";
import { useShownDeeds } from "@/components/reader/use-shown-deeds";
import { ReturnWork } from "@/components/reader/work/return-work";
import { useSteps } from "@/components/reader/work/use-steps";
import { useWorkHere } from "@/components/reader/work/use-work-here";
import type { WorkHere } from "@/components/reader/work/work-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Assignment } from "@/domain/assignment/assignment";
import { givenBack } from "@/domain/assignment/machine";
import type { UserId } from "@/domain/ids";
import { countedLayer, countsIn, reviewCount } from "@/domain/review/counting";
import { nextSteps } from "@/domain/review/end-of-road";

/** Nothing waits for this reviewer any more: what is to be done with the report now, in words, one key each. */
export function EndOfRoad({ forOthers, onNext }: { forOthers: number; onNext: () => void }) {
  const t = useTranslations("panels.review");
  const here = useWorkHere();
  const { tags } = useCounted();
  return (
    <section aria-label={t("end.title")} className="flex flex-col items-start gap-2.5">
      <p className="text-ink-2">
        <span className="font-medium text-ink">
          {t(tags === 0 ? "doneEmpty" : forOthers > 0 ? "doneForYou" : "done")}
        </span>{" "}
        {t("doneHint")}
      </p>
      {here ? <Steps here={here} forOthers={forOthers} /> : null}
      <Button size="small" kbd={keyOf("next-report")} onClick={onNext}>
        {t("nextReport")}
      </Button>
    </section>
  );
}

function Steps({ here, forOthers }: { here: WorkHere; forOthers: number }) {
  const t = useTranslations("panels.review.end");
  const { unsettled, returned } = useCounted();
  const work = here.assignments.filter((each) => !givenBack(each));
  const steps = nextSteps({ forOthers, unsettled, returned, work });
  const { run, ended, noting, setNoting } = useEnding();
  const toReturn = steps.find((step) => step.step === "return");
  const toClose = here.may.close ? steps.find((step) => step.step === "close") : undefined;

  useShownDeeds("inspector", {
    "return-work": () => {
      if (!toReturn) return false;
      void run.giveBack(toReturn.to);
      return undefined;
    },
    "close-report": () => {
      if (!toClose || ended?.what === "closed") return false;
      void run.close();
      return undefined;
    },
  });

  return (
    <>
      {ended ? <p role="status">{t(ended.what, { name: ended.name })}</p> : null}
      {ended?.what === "closed"
        ? null
        : steps.map((step) => (
            <Step
              key={`${step.step} ${"to" in step ? step.to : ""}`}
              step={step}
              isFirst={step === toReturn || step === toClose}
              mayClose={toClose !== undefined}
              onReturn={run.giveBack}
              onNote={setNoting}
              onClose={run.close}
            />
          ))}
      {noting ? <ReturnWork work={run.returning(noting)} assignment={noting} onClose={() => setNoting(null)} /> : null}
    </>
  );
}

/** How many tags count here, how many of analysts are to be settled, and whose were returned. */
function useCounted() {
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const mode = useReader((state) => state.project.mode);
  const open = useReader((state) => state.report.layersOpenedAt !== undefined);
  return useMemo(() => {
    const all = [...annotations.values(), ...relations.values()];
    const { tags, toSettle = { tags: 0, settled: 0 } } = countsIn(all, mode, open);
    const returned = new Map<UserId, number>();
    for (const { state, layer, createdBy } of all) {
      if (state === "returned" && (layer === countedLayer(mode) || layer === `analyst:${createdBy}`))
        returned.set(createdBy, (returned.get(createdBy) ?? 0) + 1);
    }
    return { tags: reviewCount(tags).tags, unsettled: toSettle.tags - toSettle.settled, returned };
  }, [annotations, relations, mode, open]);
}

type Ended = { what: "returned" | "closed"; name: string };

/** Takes the step, says what became of it and how to take it back. */
function useEnding() {
  const t = useTranslations("panels.review.end");
  const work = useTranslations("readerWork");
  const tell = useToast();
  const nameOf = usePersonName();
  const steps = useSteps();
  const desk = useDesk();
  const [ended, setEnded] = useState<Ended | null>(null);
  const [noting, setNoting] = useState<Assignment | null>(null);

  type Answer = { ok: true } | { ok: false; problem: { detail?: string | undefined } };
  const done = (answer: Answer, what: Ended, undo: () => Promise<Answer>) => {
    if (!answer.ok) return tell({ tone: "bad", title: answer.problem.detail || work("unreachable") });
    setEnded(what);
    steps.refresh();
    tell({
      title: t(what.what, { name: what.name }),
      undo: () =>
        void undo().then((undone) => {
          if (!undone.ok) return tell({ tone: "bad", title: undone.problem.detail || work("unreachable") });
          setEnded(null);
          steps.refresh();
        }),
    });
  };
  /** What was decided here has to be on the server first: a closed report takes no decision any more. */
  const saved = async () => {
    if (await whenSaved(desk)) return true;
    tell({ tone: "bad", title: t("notSaved") });
    return false;
  };
  const back = (userId: UserId) => steps.put(userId, { state: "in review" });
  const run = {
    async giveBack(userId: UserId) {
      if (!(await saved())) return;
      done(await steps.put(userId, { state: "returned" }), { what: "returned", name: nameOf(userId) }, () =>
        back(userId),
      );
    },
    async close() {
      if (!(await saved())) return;
      done(await steps.close(), { what: "closed", name: "" }, steps.reopen);
    },
    /** The same from a dialog with a note, which tells by itself. */
    returning: ({ userId }: Assignment) => ({
      ...steps,
      refresh() {
        setEnded({ what: "returned", name: nameOf(userId) });
        steps.refresh();
      },
    }),
  };
  return { run, ended, noting, setNoting };
}
