import { useEffect, useState } from "react";
import type { Ask } from "@/client/api/answer";
import { useLive } from "@/components/live/use-live";
import type { ReportId, UserId } from "@/domain/ids";
import type { Colleague } from "@/domain/presence/presence";

/** Milliseconds between two signs of life of a page that is being looked at. */
const every = 10_000;

/** Says that this page has the report open while somebody looks at it, and who else has. */
export function usePresence(ask: Ask, reportId: ReportId, me: UserId): readonly Colleague[] {
  const [here, setHere] = useState<readonly Colleague[]>([]);
  const path = `/reports/${reportId}/presence` as const;

  useEffect(() => {
    const client = crypto.randomUUID();
    const leave = `${path}?client=${client}`;
    let gone = false;
    const beat = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await ask("PUT", path, { client });
      if (!gone && answer.ok) setHere(answer.value.items);
    };
    // A page that is being closed has no time for an answer.
    const hide = () => void fetch(`/api/v1${leave}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
    const seen = () => void beat();
    const timer = setInterval(seen, every);
    document.addEventListener("visibilitychange", seen);
    addEventListener("pagehide", hide);
    addEventListener("pageshow", seen);
    seen();
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("pagehide", hide);
      removeEventListener("pageshow", seen);
      hide();
    };
  }, [ask, path]);

  useLive(me, undefined, (word) => {
    if (word.is !== "anew" && !(word.is === "presence" && word.reportId === reportId)) return;
    void ask("GET", path).then((answer) => {
      if (answer.ok) setHere(answer.value.items);
    });
  });
  return here;
}
