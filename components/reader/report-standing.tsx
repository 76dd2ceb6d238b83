"use client";

import { useDeferredValue, useMemo } from "react";
import { useReader } from "@/components/annotate/use-desk";
import { useWorkHere } from "@/components/reader/work/use-work-here";
import { StateChip } from "@/components/reports/state-chip";
import { ReviewCounts } from "@/components/values/review-counts";
import { givenBack } from "@/domain/assignment/machine";
import { countsIn } from "@/domain/review/counting";
import { reportState, workOf } from "@/domain/review/report-state";

/** Where the report stands and how many of its tags are decided, wait and were returned: as every list says it, live. */
export function ReportStanding() {
  const loaded = useReader((state) => state.loaded);
  const report = useReader((state) => state.report);
  const mode = useReader((state) => state.project.mode);
  const me = useReader((state) => state.me.id);
  const annotations = useDeferredValue(useReader((state) => state.annotations));
  const relations = useDeferredValue(useReader((state) => state.relations));
  const here = useWorkHere();
  const layersOpen = report.layersOpenedAt !== undefined;
  const blind = here?.blind === true;
  const counted = useMemo(() => {
    const tags = [...annotations.values(), ...relations.values()];
    const own = tags.map((tag) => ({ ...tag, layer: tag.layer === `analyst:${me}` ? "final" : tag.layer }));
    return countsIn(blind ? own : tags, mode, layersOpen);
  }, [annotations, relations, mode, layersOpen, blind, me]);
  if (!loaded) return <p className="reader-standing" aria-hidden="true" />;

  const { tags, toSettle = { tags: 0, settled: 0 } } = counted;
  const unsettled = toSettle.tags - toSettle.settled;
  const assignments = here?.assignments.filter((each) => !givenBack(each));
  const state = assignments
    ? reportState({
        closed: report.closedAt !== undefined,
        triage: report.triage,
        tags: { ...tags, open: tags.open - unsettled },
        work: workOf(
          assignments.map((each) => each.state),
          { mode, layersOpen },
        ),
        unsettled,
      })
    : report.state;
  return (
    <p className="reader-standing">
      {blind ? null : <StateChip state={state} />}
      <span>
        <ReviewCounts row={counted} own={blind} />
      </span>
    </p>
  );
}
