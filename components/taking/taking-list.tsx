"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { TagId } from "@/domain/ids";
import { type Taking, type TakingRow, takingList } from "@/domain/review/taking";

/**
 * What a decision would take, before it does: what is flagged first, the rest by kind with its words and how often they
 * stand there. Everything is ticked at first; what is unticked is left out.
 */
export function TakingList({
  tags,
  left,
  onLeft,
  kindName,
}: {
  tags: readonly Taking[];
  /** What is unticked. */
  left: ReadonlySet<TagId>;
  onLeft: (left: ReadonlySet<TagId>) => void;
  kindName: (kind: string) => string;
}) {
  const t = useTranslations("values.taking");
  const { flagged, kinds } = useMemo(() => takingList(tags), [tags]);
  const tick = (ids: readonly TagId[], on: boolean) => {
    const next = new Set(left);
    for (const id of ids) {
      if (on) next.delete(id);
      else next.add(id);
    }
    onLeft(next);
  };
  const sections = [
    ...(flagged.length > 0 ? [{ name: t("first"), count: flagged.length, rows: flagged, isFirst: true }] : []),
    ...kinds.map(({ kind, count, rows }) => ({ name: kindName(kind), count, rows, isFirst: false })),
  ];
  return (
    <div className="flex flex-col gap-3 text-small">
      {sections.map(({ name, count, rows, isFirst }) => (
        <section key={name} aria-label={name}>
          <h3 className="border-b border-line pb-1 font-medium">
            <Tick ids={rows.flatMap(({ ids }) => ids)} left={left} onTick={tick}>
              {t("section", { name, count })}
            </Tick>
          </h3>
          <ul aria-label={name} className="mt-1">
            {rows.map((row) => (
              <li key={row.ids[0]} className="py-0.5">
                <Tick ids={row.ids} left={left} onTick={tick}>
                  <Words row={row} kind={isFirst ? kindName(row.kind) : undefined} />
                </Tick>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Words({ row: { words, ids, flags }, kind }: { row: TakingRow; kind: string | undefined }) {
  const t = useTranslations("values.taking");
  return (
    <>
      {kind ? <span className="text-ink-3">{kind} </span> : null}
      <bdi>{words}</bdi>
      {ids.length > 1 ? <span className="text-ink-3"> {t("times", { count: ids.length })}</span> : null}
      {flags.map((flag) => (
        <span key={flag} className="ms-1.5 inline-block">
          <Chip tone="ochre">{t(`flags.${flag}`)}</Chip>
        </span>
      ))}
    </>
  );
}

/** One tick for one or many tags; half ticked where some are left out. */
function Tick({
  ids,
  left,
  onTick,
  children,
}: {
  ids: readonly TagId[];
  left: ReadonlySet<TagId>;
  onTick: (ids: readonly TagId[], on: boolean) => void;
  children: React.ReactNode;
}) {
  const out = ids.filter((id) => left.has(id)).length;
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        checked={out === 0}
        ref={(box) => {
          if (box) box.indeterminate = out > 0 && out < ids.length;
        }}
        onChange={({ target }) => onTick(ids, target.checked)}
        className="tick translate-y-0.5"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
