"use client";

import { useEffect, useState } from "react";
import { useSession } from "@/components/reader/session/use-session";
import { nameOf } from "@/components/reader/tags/tag-words";
import type { TagId } from "@/domain/ids";
import type { Annotation } from "@/domain/tag/tag";

type Elsewhere = { id: TagId; name: string; address: string };

/** A tag of another report that a link leads to: what it says, and where it stands. */
export function useElsewhere(id: TagId | undefined): Elsewhere | undefined {
  const session = useSession();
  const [found, setFound] = useState<Elsewhere>();
  useEffect(() => {
    if (!id) return;
    let current = true;
    void session.ask("GET", `/annotations/${id}`).then((answer) => {
      if (answer.kind !== "ok" || !current) return;
      // The shape of this address's answer, which our own server keeps.
      const { tag } = answer.body as { tag: Annotation };
      setFound({ id, name: nameOf(tag), address: `/reports/${tag.reportId}?tag=${id}` });
    });
    return () => {
      current = false;
    };
  }, [session, id]);
  return found && found.id === id ? found : undefined;
}
