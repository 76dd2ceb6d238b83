"use client";

import { useRouter } from "next/navigation";
import { newId } from "@/client/new-id";
import { useAsk } from "@/components/api/ask";
import { useSending } from "@/components/api/use-sending";
import type { Event, EventContent } from "@/domain/event/event";

/** Sends changes of an event at the version that is on screen, one at a time; what came of it is then shown. */
export function useEventChange({ id, version, content }: Event) {
  const ask = useAsk();
  const router = useRouter();
  const sending = useSending();
  return {
    ...sending,
    /** Sends the event with some of it changed; true when it was kept. */
    async change(part: { [K in keyof EventContent]?: EventContent[K] | undefined }): Promise<boolean> {
      const body = { ...content, ...part, version, opId: newId() };
      const changed = await sending.send(() => ask("PUT", `/events/${id}`, body));
      router.refresh();
      return changed !== null;
    },
    async decide(decision: "accept" | "return" | "reject", reason: string): Promise<boolean> {
      const body = { decision, reason, version, opId: newId() };
      const decided = await sending.send(() => ask("POST", `/events/${id}/verdicts`, body));
      router.refresh();
      return decided !== null;
    },
    async split(claims: readonly string[], title: string): Promise<boolean> {
      const body = { claims, title, version, opId: newId() };
      const split = await sending.send(() => ask("POST", `/events/${id}/split`, body));
      router.refresh();
      return split !== null;
    },
    async merge(other: Pick<Event, "id" | "version">): Promise<boolean> {
      const body = { into: id, version: other.version, intoVersion: version, opId: newId() };
      const merged = await sending.send(() => ask("POST", `/events/${other.id}/merge`, body));
      router.refresh();
      return merged !== null;
    },
    async undo(): Promise<boolean> {
      const undone = await sending.send(() => ask("POST", `/events/${id}/undo`, { version, opId: newId() }));
      router.refresh();
      return undone !== null;
    },
  };
}
