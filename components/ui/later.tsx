"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";

/**
 * Parts of a page that nobody needs in order to begin: their scripts are fetched when they are first wanted, or once the
 * page has nothing else to do, whichever comes first, so that hardly anybody ever waits and a lost connection takes
 * nothing away.
 */
export type Part<P extends object> = {
  /** The component, once it has come. */
  there(): ComponentType<P> | undefined;
  come(): Promise<void>;
  /** Tells when it has come; answers how to stop listening. */
  listen(tell: () => void): () => void;
};

const waiting = new Set<() => Promise<void>>();
const AGAIN_AFTER = 2000;
let isFetching = false;

/** A component that `fetch` brings, to be shown by `Later`. */
export function part<P extends object>(fetch: () => Promise<ComponentType<P>>): Part<P> {
  let brought: ComponentType<P> | undefined;
  let coming: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const come = () => {
    coming ??= fetch().then(
      (component) => {
        brought = component;
        waiting.delete(come);
        tellIfAll();
        for (const tell of listeners) tell();
      },
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  waiting.add(come);
  if (isFetching) void come().catch(() => undefined);
  return {
    come,
    there: () => brought,
    listen(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

type Place<P extends object> = {
  of: Part<P>;
  /** What stands there until the part has come. */
  until?: ReactNode;
  /** What is said while the part can't be fetched, as without a connection. */
  late?: ReactNode;
  /** Fetches the part now; `false` waits until the page is at rest. */
  wanted?: boolean;
};

/** The place of a part: the part as soon as it has come. */
export function Later<P extends object>(props: Place<P> & P) {
  const { of, until, late, wanted = true } = props;
  const [Shown, setShown] = useState<ComponentType<P> | undefined>(() => of.there());
  const [isLate, setLate] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (Shown) return;
    const { current } = place;
    let timer: number | undefined;
    const take = () => setShown(() => of.there());
    // What has the keyboard is not exchanged under it, unless it was pressed.
    const arrived = () => {
      if (wanted || !current?.contains(document.activeElement)) take();
      else current.addEventListener("focusout", take, { once: true });
    };
    const bring = (): Promise<unknown> =>
      of.come().catch(() => {
        setLate(true);
        timer = window.setTimeout(() => void bring(), AGAIN_AFTER);
      });
    const stop = of.listen(arrived);
    if (of.there()) arrived();
    else if (wanted) void bring();
    return () => {
      stop();
      current?.removeEventListener("focusout", take);
      window.clearTimeout(timer);
    };
  }, [Shown, of, wanted]);

  if (Shown) return <Shown {...props} />;
  const meanwhile = isLate && late ? late : until;
  return meanwhile ? (
    <span ref={place} className="contents">
      {meanwhile}
    </span>
  ) : null;
}

/** Once all parts are there, the page says so in `data-fetched`: from then on it needs no server in order to be used. */
function tellIfAll(): void {
  if (isFetching && waiting.size === 0) document.documentElement.dataset["fetched"] = "all";
}

/**
 * Fetches every part that has not been wanted yet, and from now on every further one as soon as it is known; what could
 * not be fetched, again after a while.
 */
export async function fetchTheRest(): Promise<void> {
  isFetching = true;
  await Promise.allSettled([...waiting].map((come) => come()));
  if (waiting.size > 0) setTimeout(() => void fetchTheRest(), AGAIN_AFTER);
  else tellIfAll();
}

/** Fetches the rest once the page is loaded and at rest. */
export function FetchTheRest() {
  useEffect(() => {
    let asked: number | undefined;
    const rest = () => void fetchTheRest();
    const hasIdle = "requestIdleCallback" in window;
    const atRest = () => {
      asked = hasIdle ? window.requestIdleCallback(rest) : window.setTimeout(rest, AGAIN_AFTER);
    };
    if (document.readyState === "complete") atRest();
    else window.addEventListener("load", atRest, { once: true });
    return () => {
      window.removeEventListener("load", atRest);
      if (asked === undefined) return;
      if (hasIdle) window.cancelIdleCallback(asked);
      else window.clearTimeout(asked);
    };
  }, []);
  return null;
}
