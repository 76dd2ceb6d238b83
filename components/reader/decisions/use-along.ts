"use client";

import { useMemo, useState } from "react";
import { useReader } from "@/components/annotate/use-desk";
import { type Alike, alikeOf } from "@/components/reader/decisions/alike";
import type { TagId } from "@/domain/ids";

const none: readonly Alike[] = [];

/** The same words elsewhere: whether they are looked at now, and which of them are to be decided along. */
export function useAlong(selected: TagId | null) {
  const annotations = useReader((state) => state.annotations);
  const entities = useReader((state) => state.entities);
  const project = useReader((state) => state.project);
  const alike = useMemo(
    () => (selected ? alikeOf({ annotations, entities, project }, selected) : none),
    [annotations, entities, project, selected],
  );
  const [opened, setOpened] = useState<{ about: TagId; taken: ReadonlySet<TagId> } | null>(null);
  const here = opened?.about === selected ? opened : null;
  const open = () => {
    if (!selected) return;
    const same = alike.filter(({ differs }) => differs.length === 0).map(({ id }) => id);
    setOpened({ about: selected, taken: new Set(same) });
  };
  return {
    alike,
    opened: here !== null,
    taken: here?.taken ?? new Set<TagId>(),
    ticked: alike.filter(({ id }) => here?.taken.has(id)).map(({ id }) => id),
    open,
    close: () => setOpened(null),
    toggle: () => (here ? setOpened(null) : open()),
    take: (taken: ReadonlySet<TagId>) => {
      if (selected) setOpened({ about: selected, taken });
    },
  };
}

export type Along = ReturnType<typeof useAlong>;
