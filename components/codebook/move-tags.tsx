"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import type { Sending } from "@/components/api/use-sending";
import { useSending } from "@/components/api/use-sending";
import { type Movable, type MoveWish, useMoveWords } from "@/components/codebook/move-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/values/when";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookMigration, CodebookMove, MovePreview } from "@/domain/codebook/migration";

/** Moves what is tagged to another label or value, after a preview; every move can be taken back. */
export function MoveTags({
  projectId,
  codebook,
  migrations,
  blind,
}: {
  projectId: string;
  /** As it is saved: what is only drafted cannot be moved to. */
  codebook: Codebook;
  migrations: readonly CodebookMigration[];
  blind: boolean;
}) {
  const t = useTranslations("codebook");
  const ask = useAsk();
  const tell = useToast();
  const sending = useSending();
  const { things, whatOf } = useMoveWords(codebook);
  const [thing, setThing] = useState<Movable | null>(null);
  const [ends, setEnds] = useState({ from: "", to: "" });
  const [preview, setPreview] = useState<MovePreview | null>(null);
  const [made, setMade] = useState(migrations);
  const move = thing && ends.from && ends.to && ends.from !== ends.to ? thing.move(ends) : null;
  const at = `/projects/${projectId}/codebook/migrations` as const;
  const choose = (part: Partial<typeof ends>) => {
    setEnds((now) => ({ ...now, ...part }));
    setPreview(null);
    sending.reset();
  };

  const look = async (wish: MoveWish) => setPreview(await sending.send(() => ask("POST", `${at}/preview`, wish)));
  const carryOut = async (wish: MoveWish) => {
    const migration = await sending.send(() => ask("POST", at, wish));
    if (!migration) return;
    setMade((now) => [migration, ...now]);
    setPreview(null);
    tell({ title: t("moved", { count: migration.tags }), undo: () => void undo(migration.id) });
  };
  const undo = async (id: string) => {
    const undone = await sending.send(() => ask("DELETE", `${at}/${id}`));
    if (undone) setMade((now) => now.map((each) => (each.id === id ? undone : each)));
  };

  return (
    <section aria-label={t("moveTags")} className="flex flex-col gap-4">
      <p className="text-small text-ink-2">
        {t("moveLead")} {blind ? t("blindCount") : ""}
      </p>
      <MoveChoice thing={thing} onThing={setThing} things={things} onEnds={choose} ends={ends} />
      {sending.problem ? <ProblemNote problem={sending.problem} /> : null}
      {move ? (
        <Button className="self-start" busy={sending.busy} onClick={() => void look(move)}>
          {t("previewMove")}
        </Button>
      ) : null}
      {move && preview ? <Preview preview={preview} busy={sending.busy} onMove={() => void carryOut(move)} /> : null}
      {made.length > 0 ? <MovesMade made={made} whatOf={whatOf} sending={sending} onUndo={undo} /> : null}
    </section>
  );
}

/** What is moved, from what to what. */
function MoveChoice({
  thing,
  onThing,
  things,
  onEnds,
  ends,
}: {
  thing: Movable | null;
  onThing: (value: Movable | null) => void;
  things: Movable[];
  onEnds: (part: Partial<{ from: string; to: string }>) => void;
  ends: { from: string; to: string };
}) {
  const t = useTranslations("codebook");
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
      <Field label={t("moveWhat")}>
        <Select
          value={thing?.value ?? ""}
          onChange={({ target }) => {
            onThing(things.find(({ value }) => value === target.value) ?? null);
            onEnds({ from: "", to: "" });
          }}
        >
          <option value="">–</option>
          {things.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={t(`move.${end}`)}>
          <Select value={ends[end]} disabled={!thing} onChange={({ target }) => onEnds({ [end]: target.value })}>
            <option value="">–</option>
            {thing?.of
              .filter(({ retired }) => end === "from" || !retired)
              .map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

/** The moves there were, each of which can be taken back. */
function MovesMade({
  made,
  whatOf,
  sending,
  onUndo,
}: {
  made: readonly CodebookMigration[];
  whatOf: (move: CodebookMove) => string;
  sending: Sending;
  onUndo: (id: string) => Promise<void>;
}) {
  const t = useTranslations("codebook");
  return (
    <ul className="flex flex-col divide-y divide-line border-t border-line" aria-label={t("migrations")}>
      {made.map((each) => (
        <li key={each.id} className="flex flex-wrap items-center gap-3 py-2 text-small">
          <span className="min-w-0 grow">
            {whatOf(each.what)} · {t("tagsCount", { count: each.tags })}
            <span className="block text-ink-3">
              {t("versionBy", { name: each.byName })}, <When value={each.at} />
              {each.undoneAt === undefined ? "" : ` · ${t("undone", { count: each.stayed ?? 0 })}`}
            </span>
          </span>
          {each.undoneAt === undefined ? (
            <Button size="small" busy={sending.busy} onClick={() => void onUndo(each.id)}>
              {t("undoMove")}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Preview({ preview, busy, onMove }: { preview: MovePreview; busy: boolean; onMove: () => void }) {
  const t = useTranslations("codebook");
  const { tags, more, left, examples } = preview;
  return (
    <div role="status" className="flex flex-col gap-3 rounded-2 border border-line bg-surface p-4 text-small">
      <p className="font-medium">{t("wouldMove", { count: tags })}</p>
      {more ? <p>{t("moveMore", { count: tags })}</p> : null}
      {(["attributes", "links", "closed"] as const).map((why) =>
        left[why] > 0 ? <p key={why}>{t(`stay.${why}`, { count: left[why] })}</p> : null,
      )}
      {examples.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {examples.map(({ tagId, reportId, reportTitle, quote }) => (
            <li key={tagId} className="truncate">
              <Link href={`/reports/${reportId}?tag=${tagId}`} className="link">
                <q dir="auto">{quote}</q>
              </Link>{" "}
              <span className="text-ink-3">{reportTitle}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {tags > 0 ? (
        <Button variant="primary" className="self-start" busy={busy} onClick={onMove}>
          {t("moveNow", { count: tags })}
        </Button>
      ) : null}
    </div>
  );
}
