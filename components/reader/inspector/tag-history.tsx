"use client";

import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { usePersonName } from "@/components/annotate/tags/names";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { type Difference, differences } from "@/components/reader/inspector/differences";
import { ShownDifference } from "@/components/reader/inspector/shown-difference";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { dayAndClock } from "@/components/values/clock";
import type { Tag, TagVersion } from "@/domain/tag/tag";
import type { Verdict } from "@/domain/verdict";

type Past = { versions: readonly TagVersion[]; verdicts: readonly Verdict[] };

/** Every version of a tag with what changed in it, who did it, what was decided; any of them can be brought back. */
export function TagHistory({ tag, disabled }: { tag: Tag; disabled: boolean }) {
  const t = useTranslations("panels.history");
  const me = useReader((state) => state.me.id);
  const { verdict } = tag;
  // What a reviewer changed is shown unasked to whose work it was.
  const corrected = verdict?.decision === "accept-with-change" && verdict.by !== me;
  const [open, setOpen] = useState(corrected);
  if (tag.version === 0) return null;
  return (
    <details open={open} className="group/fold mt-4" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="eyebrow flex min-h-7 items-center gap-1.5 select-none [&::-webkit-details-marker]:hidden">
        {t("title")}
        <Icon name="down" className="size-3.5 group-open/fold:rotate-180" />
      </summary>
      {open ? <Versions key={`${tag.version} ${tag.verdict?.at ?? ""}`} tag={tag} disabled={disabled} /> : null}
    </details>
  );
}

function Versions({ tag, disabled }: { tag: Tag; disabled: boolean }) {
  const t = useTranslations("panels.history");
  const desk = useDesk();
  const [past, setPast] = useState<Past | "failed" | undefined>();
  const { id, type } = tag;

  useEffect(() => {
    let current = true;
    void desk.ask("GET", `/${type}s/${id}`).then((answer) => {
      if (current) setPast(answer.ok ? answer.value : "failed");
    });
    return () => {
      current = false;
    };
  }, [desk, id, type]);

  if (!past) return <p className="breathes text-ink-3">{t("loading")}</p>;
  if (past === "failed") return <p className="text-ink-2">{t("failed")}</p>;
  const versions = past.versions.toSorted((a, b) => b.number - a.number);
  return (
    <ol className="flex flex-col gap-3">
      {versions.map((each, at) => (
        <Version
          key={each.number}
          tag={tag}
          version={each}
          before={versions[at + 1]}
          verdicts={past.verdicts.filter((made) => made.version === each.number)}
          disabled={disabled}
        />
      ))}
    </ol>
  );
}

function Version({
  tag,
  version,
  before,
  verdicts,
  disabled,
}: {
  tag: Tag;
  version: TagVersion;
  before: TagVersion | undefined;
  verdicts: readonly Verdict[];
  disabled: boolean;
}) {
  const t = useTranslations("panels.history");
  const tAll = useTranslations("panels");
  const format = useFormatter();
  const desk = useDesk();
  const tell = useToast();
  const personName = usePersonName();
  const when = (at: string) => format.dateTime(new Date(at), dayAndClock);
  const changed = differences(before, version);

  const restore = () => {
    const gone = Object.fromEntries(Object.keys(tag.attributes).map((key) => [key, undefined]));
    if (tag.state === "withdrawn") desk.restore(tag.id);
    if (tag.type === "annotation" && version.kind !== tag.kind) desk.changeKind(tag.id, version.kind);
    if (tag.type === "annotation" && version.anchor) desk.changeSpans(tag.id, version.anchor.segments);
    desk.changeAttributes(tag.id, { ...gone, ...version.attributes });
    tell({ title: t("restored", { number: version.number }) });
  };

  return (
    <li className="flex flex-col gap-1 border-s-2 border-line ps-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-small">
        <span className="inline-block font-medium first-letter:uppercase">{personName(version.by)}</span>
        <span className="text-ink-2">
          {version.state === "withdrawn" ? tAll("states.withdrawn") : before ? t("changed") : t("first")}
        </span>
        <time dateTime={version.at} className="text-tiny text-ink-3">
          {when(version.at)}
        </time>
        {version.number === tag.version ? <span className="text-tiny text-ink-3">· {t("now")}</span> : null}
      </p>
      {changed.map((each) => (
        <Changed key={each.what} difference={each} />
      ))}
      {before && changed.length === 0 ? <p className="text-tiny text-ink-3">{t("nothing")}</p> : null}
      {verdicts.map((made) => (
        <p key={made.id} className="text-tiny text-ink-2">
          {t("verdict", { decision: tAll(`decisions.${made.decision}`), name: personName(made.by) })}
          {made.reason ? `: ${made.reason}` : ""}
        </p>
      ))}
      {disabled || version.number === tag.version ? null : (
        <Button size="small" variant="quiet" className="self-start" onClick={restore}>
          {t("restore")}
        </Button>
      )}
    </li>
  );
}

/** One field before and after, with the names of this report's tags and entities. */
export function Changed({ difference }: { difference: Difference }) {
  const entities = useReader((state) => state.entities);
  const annotations = useReader((state) => state.annotations);
  const named = (id: string) => {
    const tag = [...annotations.values()].find((each) => each.id === id);
    return tag ? nameOf(tag) : [...entities.values()].find((each) => each.id === id)?.name;
  };
  return <ShownDifference difference={difference} nameOf={named} />;
}
