"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk } from "@/client/desk/desk";
import { openDesk } from "@/client/desk/open-desk";
import { Keys } from "@/components/annotate/keys/keys";
import type { Mode } from "@/components/annotate/keys/registry";
import { DeskProvider } from "@/components/annotate/use-desk";
import { ComparisonScreen, type Here } from "@/components/compare/comparison-screen";
import type { OpenReport } from "@/components/reader/open-reader";
import type { Crumb } from "@/components/shell/crumbs";
import { useToast } from "@/components/ui/toast";
import type { ReportComparison } from "@/domain/review/compare/answer";
import { shared } from "@/domain/review/compare/coverage";
import { idsOf } from "@/domain/review/compare/group";
import { joinBlocks } from "@/domain/text/blocks";

/** Opens a comparison in this window: the reader's own desk on the final layer, with the analysts' work beside it. */
export function OpenComparison({
  open,
  answer: first,
  crumbs,
  user,
}: {
  open: OpenReport;
  answer: ReportComparison;
  crumbs: readonly Crumb[];
  user: ReactNode;
}) {
  const t = useTranslations("compare");
  const tell = useToast();
  const [answer, setAnswer] = useState(first);
  const [inner] = useState(() => {
    const { tail, report, ...start } = open;
    const text = joinBlocks(start.blocks, tail);
    const leftOutReason = t("leftOutReason");
    return openDesk({ ...start, leftOutReason, report: { ...report, text } }, (...asked) => fetch(...asked));
  });
  const here = useRef<Here>({ go: () => undefined, current: undefined });
  const desk = useMemo(() => choosingGroups(inner, here), [inner]);
  useEffect(() => {
    inner.start();
    return () => inner.close();
  }, [inner]);

  const mode = (): Mode => (inner.getState().passage.length > 0 ? "tagging" : "adjudication");
  const turnNames = async () => {
    const asked = await inner.ask("GET", `/reports/${open.report.id}/comparison?anonymous=${!answer.anonymous}`);
    if (!asked.ok) return void tell({ title: t("names.failed"), tone: "bad" });
    const now = asked.value;
    if (now.anonymous === answer.anonymous) tell({ title: t("names.kept") });
    setAnswer(now);
  };

  return (
    <DeskProvider desk={desk}>
      <Keys mode={mode} under={() => "adjudication"}>
        <ComparisonScreen
          inner={inner}
          answer={answer}
          crumbs={crumbs}
          user={user}
          onAnonymous={() => void turnNames()}
          here={here}
        />
      </Keys>
    </DeskProvider>
  );
}

/**
 * In the text with everybody's marks a tag stands for its group, and only final tags are worked on. Words that are
 * tagged where an undecided group stands are what becomes of the group.
 */
function choosingGroups(inner: Desk, here: { current: Here }): Desk {
  const annotateAll: Desk["annotateAll"] = (kind, places, attributes) => {
    const { current } = here.current;
    const [only, ...others] = places;
    const meant =
      current && only && others.length === 0 && current.tags.some(({ tag }) => shared(tag.segments, only) > 0);
    return inner.annotateAll(kind, places, attributes, meant ? idsOf(current) : undefined);
  };
  return {
    ...inner,
    select(id) {
      const tag = id ? inner.getState().annotations.get(id) : undefined;
      if (id) here.current.go(id);
      inner.select(tag && tag.layer !== "final" ? null : id);
    },
    annotate(kind, spans, attributes) {
      const [id] = annotateAll(kind, [spans], attributes);
      if (!id) throw new RangeError("Nothing was chosen to tag.");
      return id;
    },
    annotateAll,
  };
}
