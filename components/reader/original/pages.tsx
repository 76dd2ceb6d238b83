"use client";

import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { openPages, type PdfPages } from "@/components/reader/original/pdf-pages";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Opened = { pages: PdfPages; ratio: number };
type State = Opened | "loading" | "failed" | "notFetched";

/** Wide enough to be read when the panel is pulled wide, in pixels. */
const WIDTH = 1400;

/** The pages of a PDF, one under another; only those in sight are drawn. */
export function Pages({ address }: { address: string }) {
  const [attempt, setAttempt] = useState(1);
  return <Attempt key={attempt} address={address} onAgain={() => setAttempt(attempt + 1)} />;
}

function Attempt({ address, onAgain }: { address: string; onAgain: () => void }) {
  const t = useTranslations("reader.original");
  const state = useOpened(address);
  const list = useRef<HTMLDivElement>(null);
  if (state === "loading") return <p className="breathes px-4 pt-3 text-ink-3">{t("loading")}</p>;
  if (typeof state === "string") {
    return (
      <div role="alert" className="flex flex-col items-start gap-2 px-4 pt-3 text-ink-2">
        {t(state)}
        {state === "notFetched" ? (
          <Button size="small" onClick={onAgain}>
            {t("again")}
          </Button>
        ) : null}
      </div>
    );
  }
  const { pages, ratio } = state;
  const numbers = Array.from({ length: pages.count }, (_, at) => at + 1);
  return (
    <>
      <GoTo count={pages.count} list={list} />
      <div ref={list} className="flex flex-col gap-3 px-4 pt-3">
        {numbers.map((page) => (
          <Page key={page} pages={pages} page={page} usual={ratio} />
        ))}
      </div>
    </>
  );
}

function useOpened(address: string): State {
  const [state, setState] = useState<State>("loading");
  useEffect(() => {
    const stop = new AbortController();
    let opened: PdfPages | undefined;
    const open = async () => {
      const bytes = await bytesOf(address, stop.signal);
      if (!bytes) return "notFetched";
      const pages = await openPages(bytes).catch(() => undefined);
      if (!pages) return "failed";
      opened = pages;
      return { pages, ratio: await pages.ratioOf(1) };
    };
    void open()
      .catch(() => "failed" as const)
      .then((found) => {
        if (stop.signal.aborted) void opened?.close();
        else setState(found);
      });
    return () => {
      stop.abort();
      void opened?.close();
    };
  }, [address]);
  return state;
}

async function bytesOf(address: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Leads to a page by its number. */
function GoTo({ count, list }: { count: number; list: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations("reader.original");
  const id = useId();
  if (count < 2) return null;
  return (
    <p className="flex items-center gap-2 px-4 pt-3 text-ink-2">
      <label htmlFor={id}>{t("goTo")}</label>
      <span className="w-20 shrink-0">
        <Input
          id={id}
          type="number"
          min={1}
          max={count}
          defaultValue={1}
          onChange={({ target }) =>
            list.current?.children[target.valueAsNumber - 1]?.scrollIntoView({ block: "start" })
          }
        />
      </span>
      {t("of", { count })}
    </p>
  );
}

function Page({ pages, page, usual }: { pages: PdfPages; page: number; usual: number }) {
  const t = useTranslations("reader.original");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ratio, setRatio] = useState(usual);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const drawn = canvas.current;
    if (!drawn) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) {
          pages.forget(drawn);
          return;
        }
        pages
          .draw(drawn, page, WIDTH)
          .then(() => drawn.width > 0 && setRatio(drawn.height / drawn.width))
          .catch(() => setFailed(true));
      },
      { rootMargin: "50% 0px" },
    );
    watch.observe(drawn);
    return () => {
      watch.disconnect();
      pages.forget(drawn);
    };
  }, [pages, page]);
  return (
    <figure className="flex scroll-mt-24 flex-col gap-1">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("picture", { page })}
        className="w-full border border-line bg-white"
        style={{ aspectRatio: `1 / ${ratio}` }}
      />
      <figcaption className="text-tiny text-ink-3">{failed ? t("failed") : t("page", { page })}</figcaption>
    </figure>
  );
}
