import { useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "@/components/annotate/use-desk";
import type { Prose } from "@/domain/prose/prose";

export type Words = string | Prose;

/**
 * What is being written and not sent. Every change is kept on this device at once; while one is on its way there, only
 * the latest of those that follow waits. `kept` says that the very words shown are kept.
 */
export function useDraft(name: string) {
  const desk = useDesk();
  const [words, setWords] = useState<Words>("");
  const [kept, setKept] = useState(false);
  const touched = useRef(false);
  const waiting = useRef<{ words: Words } | null>(null);
  const busy = useRef(false);

  useEffect(() => {
    let current = true;
    desk.drafts.read(name).then(
      (found) => {
        if (!current || touched.current || found === "") return;
        setWords(found);
        setKept(true);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [desk, name]);

  const keep = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (let next = waiting.current; next; next = waiting.current) {
      waiting.current = null;
      const written = await desk.drafts.write(name, next.words).then(
        () => true,
        () => false,
      );
      if (waiting.current === null) setKept(written);
    }
    busy.current = false;
  }, [desk, name]);

  const put = useCallback(
    (next: Words) => {
      touched.current = true;
      waiting.current = { words: next };
      setWords(next);
      setKept(false);
      void keep();
    },
    [keep],
  );
  return { words, put, kept };
}
