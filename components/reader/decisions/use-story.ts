"use client";

import { useEffect, useState } from "react";
import { useDesk } from "@/components/annotate/use-desk";
import type { Tag, TagVersion } from "@/domain/tag/tag";
import type { Verdict } from "@/domain/verdict";

export type Story = { versions: readonly TagVersion[]; verdicts: readonly Verdict[] };

/** All that was said and decided about a tag, fetched again whenever it has a new version or decision. */
export function useStory({ id, type, version, verdict }: Tag, wanted = true): Story | undefined {
  const desk = useDesk();
  const key = `${id} ${version} ${verdict?.at ?? ""}`;
  const [found, setFound] = useState<{ key: string; story: Story }>();
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void desk.ask("GET", `/${type}s/${id}`).then((answer) => {
      if (current && answer.ok) setFound({ key, story: answer.value });
    });
    return () => {
      current = false;
    };
  }, [desk, id, type, key, wanted]);
  return found?.key === key ? found.story : undefined;
}
