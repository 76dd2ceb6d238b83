"use client";

import { useEffect, useState } from "react";
import { nameOf } from "@/components/annotate/tags/tag-words";
import { useDesk } from "@/components/annotate/use-desk";
import type { TagId } from "@/domain/ids";

type Elsewhere = { id: TagId; name: string; address: string };

/** A tag of another report that a link leads to: what it says, and where it stands. */
export function useElsewhere(id: TagId | undefined): Elsewhere | undefined {
  const desk = useDesk();
  const [found, setFound] = useState<Elsewhere>();
  useEffect(() => {
    if (!id) return;
    let current = true;
    void desk.ask("GET", `/annotations/${id}`).then((answer) => {
      if (!answer.ok || !current) return;
      const { tag } = answer.value;
      if (tag.type === "annotation") setFound({ id, name: nameOf(tag), address: `/reports/${tag.reportId}?tag=${id}` });
    });
    return () => {
      current = false;
    };
  }, [desk, id]);
  return found && found.id === id ? found : undefined;
}
