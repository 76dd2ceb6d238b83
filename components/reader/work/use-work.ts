"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "@/components/annotate/use-desk";
import { useAsk } from "@/components/api/ask";
import { usePage } from "@/components/reader/panels";
import type { WorkHere } from "@/components/reader/work/work-context";
import type { Assignment, PutAssignment } from "@/domain/assignment/assignment";
import { type Look, readAfter, readTo } from "@/domain/assignment/reading";
import type { UserId } from "@/domain/ids";

/** How often one looks where somebody reads, and how often at most the place is kept, in milliseconds. */
const [LOOK_EVERY, KEEP_EVERY] = [5_000, 20_000];
/** Looks that are remembered: those before say nothing any more. */
const LOOKS = Math.ceil((2 * readAfter) / LOOK_EVERY);

/** One's own work on the report: begun with the first change, its place kept while one reads. */
export function useWork({ assignments }: WorkHere) {
  const desk = useDesk();
  const page = usePage();
  const router = useRouter();
  const ask = useAsk();
  const me = desk.getState().me.id;
  const [own, setOwn] = useState<Assignment | undefined>(() => assignments.find(({ userId }) => userId === me));
  const state = own?.state;
  const read = useRef(own?.readTo ?? 0);

  const put = useCallback(
    async (userId: UserId, wish: PutAssignment) => {
      const path = `/reports/${desk.getState().report.id}/assignments/${userId}` as const;
      const answer = await ask("PUT", path, wish);
      if (answer.ok && answer.value.userId === me) setOwn(answer.value);
      return answer;
    },
    [ask, desk, me],
  );

  useEffect(() => {
    if (state !== "assigned") return;
    let told = false;
    return desk.subscribe(() => {
      if (told || !desk.canUndo()) return;
      told = true;
      void put(me, { state: "in progress", seen: "assigned" });
    });
  }, [desk, state, put, me]);

  useEffect(() => {
    if (state !== "in progress" && state !== "returned") return;
    const looks: Look[] = [];
    let keptAt = 0;
    const look = (last: boolean) => {
      const at = Date.now();
      looks.push({ at, seenTo: page.readTo() });
      looks.splice(0, looks.length - LOOKS);
      const place = readTo(looks, read.current);
      if (place <= read.current || (!last && at - keptAt < KEEP_EVERY)) return;
      keptAt = at;
      read.current = place;
      // What was submitted in another window meanwhile stays submitted.
      void put(me, { state, readTo: place, seen: state });
    };
    const timer = window.setInterval(() => {
      if (document.visibilityState === "visible") look(false);
    }, LOOK_EVERY);
    const hidden = () => {
      if (document.visibilityState !== "hidden") return;
      look(true);
      looks.length = 0;
    };
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [state, page, put, me]);

  return { own, put, me, refresh: () => router.refresh() };
}

export type Work = ReturnType<typeof useWork>;
