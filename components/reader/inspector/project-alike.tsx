"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { glyphOf } from "@/components/annotate/tags/tag-words";
import { useDesk } from "@/components/annotate/use-desk";
import { Glyph } from "@/components/tag/glyph";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useToast } from "@/components/ui/toast";
import type { Annotation } from "@/domain/tag/tag";
import type { FoundAlike } from "@/domain/tag/tag-alike";

/** So many are listed to be looked at one by one; of more, the rest is counted and ticked together. */
const LISTED = 300;

type Found = FoundAlike["items"][number];
const spotOf = ({ reportId, start, end }: Found) => `${reportId} ${start}-${end}`;

/** Every place in the project with the words of a tag, report by report: tag those that are ticked, as one change. */
export function ProjectAlike({
  annotation,
  spellings,
  onDone,
}: {
  annotation: Annotation;
  spellings: boolean;
  onDone: () => void;
}) {
  const t = useTranslations("panels.alike");
  const desk = useDesk();
  const tell = useToast();
  const [found, setFound] = useState<FoundAlike | { failed: string }>();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const { id: like, projectId, kind } = annotation;

  useEffect(() => {
    let current = true;
    setFound(undefined);
    void desk.ask("POST", `/projects/${projectId}/alike/find`, { like, spellings }).then((answer) => {
      if (current) setFound(answer.ok ? answer.value : { failed: answer.problem.detail ?? answer.problem.title });
    });
    return () => {
      current = false;
    };
  }, [desk, projectId, like, spellings]);

  if (!found) return <p role="status">{t("looking")}</p>;
  if ("failed" in found) return <p role="alert">{t("failed", { detail: found.failed })}</p>;
  const chosen = found.items.filter((each) => !out.has(spotOf(each)));

  const apply = async () => {
    setBusy(true);
    const spots = chosen.map(({ reportId, revisionId, start, end, quote }) => ({
      reportId,
      revisionId,
      start,
      end,
      quote,
    }));
    const answer = await desk.ask("POST", `/projects/${projectId}/alike`, { like, spots });
    setBusy(false);
    if (!answer.ok) return setFound({ failed: answer.problem.detail ?? answer.problem.title });
    const { id, tags, reports } = answer.value;
    tell({
      title: t("doneInReports", { count: tags, reports }),
      undo: () => void desk.ask("DELETE", `/projects/${projectId}/alike/${id}`),
    });
    onDone();
  };
  const tick = (spot: string, on: boolean) => {
    const next = new Set(out);
    if (on) next.delete(spot);
    else next.add(spot);
    setOut(next);
  };

  return (
    <>
      {found.items.length === 0 ? <p className="py-2 text-ink-2">{t("noneInProject")}</p> : null}
      <Spots found={found} kind={kind} out={out} onTick={tick} />
      {found.items.length > LISTED ? (
        <p className="py-2 text-small text-ink-2">{t("more", { count: found.items.length - LISTED })}</p>
      ) : null}
      {found.more ? <p className="py-2 text-small text-ink-2">{t("notAll")}</p> : null}
      <div className="mt-3 flex justify-end gap-2">
        <Button variant="primary" busy={busy} disabled={chosen.length === 0} onClick={() => void apply()}>
          {t("apply", { count: chosen.length })}
        </Button>
      </div>
    </>
  );
}

function Spots({
  found,
  kind,
  out,
  onTick,
}: {
  found: FoundAlike;
  kind: Annotation["kind"];
  out: ReadonlySet<string>;
  onTick: (spot: string, on: boolean) => void;
}) {
  return (
    <ul className="mt-2 max-h-[50vh] overflow-y-auto border-y border-line">
      {found.items.slice(0, LISTED).map((each, nth) => (
        <li key={spotOf(each)} className="border-b border-line last:border-b-0">
          {found.items[nth - 1]?.reportId === each.reportId ? null : (
            <p dir="auto" className="pt-2 text-small font-medium">
              {each.title}
            </p>
          )}
          <Checkbox
            label={<Words each={each} kind={kind} />}
            checked={!out.has(spotOf(each))}
            onChange={(on) => onTick(spotOf(each), on)}
          />
        </li>
      ))}
    </ul>
  );
}

function Words({ each, kind }: { each: Found; kind: string }) {
  const t = useTranslations("panels.alike");
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <Glyph kind={glyphOf(kind)} />
      <span dir="auto" lang={each.language} className="font-serif">
        …{each.before}
        <mark className="bg-transparent font-semibold text-ink underline">{each.quote}</mark>
        {each.after}…
      </span>
      {each.same === "spelling" ? <span className="shrink-0 text-tiny text-ink-3">{t("spelling")}</span> : null}
    </span>
  );
}
