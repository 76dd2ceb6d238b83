import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "@/scripts/chromium.mjs";

/** What the page itself says about its speed; put into every page before anything of ours runs. Times in ms. */
export type Watched = {
  /** Latest largest contentful paint. */
  lcp: number;
  /** When the last long task (over 50 ms) ended. */
  busyUntil: number;
  /** When the text could be tagged; nothing before it can. */
  liveAt: number;
  /** When marks last came or went, and how many were in the text in that frame. */
  drawnAt: number;
  marks: number;
  keys: { at: number; painted: boolean }[];
  events: { at: number; took: number }[];
  /** When frames began, while somebody asks for them. */
  frames: number[];
  counting: boolean;
};

declare global {
  var watched: Watched;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
}

/** A browser window of its own, with an empty cache, in which every page watches itself. */
export async function openWindow(browser: Browser, url: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  // What tsx puts around functions, which the page does not know.
  await context.addInitScript("globalThis.__name ??= (named) => named");
  await context.addInitScript(watch);
  return { context, page: await context.newPage() };
}

/** Runs in the page. */
function watch(): void {
  const watched: Watched = {
    lcp: 0,
    busyUntil: 0,
    liveAt: 0,
    drawnAt: 0,
    marks: 0,
    keys: [],
    events: [],
    frames: [],
    counting: false,
  };
  globalThis.watched = watched;
  const observe = (type: string, hear: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true, ...more });
  observe("largest-contentful-paint", ({ startTime }) => {
    watched.lcp = startTime;
  });
  observe("longtask", ({ startTime, duration }) => {
    watched.busyUntil = startTime + duration;
  });
  const keydown = ({ name, startTime, duration }: PerformanceEntry) => {
    if (name === "keydown") watched.events.push({ at: startTime, took: duration });
  };
  observe("event", keydown, { durationThreshold: 16 });

  const marks = document.getElementsByTagName("mark");
  let redrawn = 0;
  const isMark = (node: Node) => node.nodeName === "MARK";
  new MutationObserver((changes) => {
    redrawn += changes.filter(({ target, addedNodes }) => isMark(target) || [...addedNodes].some(isMark)).length;
    if (watched.liveAt === 0 && document.querySelector('.text[tabindex="0"]')) watched.liveAt = performance.now();
    if (marks.length === watched.marks) return;
    watched.marks = marks.length;
    requestAnimationFrame((now) => {
      watched.drawnAt = now;
    });
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["data-id", "data-ids"] });

  const press = ({ key, timeStamp }: KeyboardEvent) => {
    if (key !== "2") return;
    // Where many tags overlap, one more may share a mark instead of adding one.
    const before = redrawn;
    requestAnimationFrame(() => watched.keys.push({ at: timeStamp, painted: redrawn > before }));
  };
  addEventListener("keydown", press, { capture: true });
  addEventListener(
    "click",
    () => sessionStorage.setItem("clicked", String(performance.timeOrigin + performance.now())),
    {
      capture: true,
    },
  );
}

/** Compressed bytes of the scripts that a page asked for until its text could be tagged, and of those it fetched later. */
export const scriptBytes = (page: Page): Promise<{ atFirst: number; later: number }> =>
  page.evaluate(() => {
    const { liveAt } = globalThis.watched;
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    const sum = (some: PerformanceResourceTiming[]) =>
      some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    return {
      atFirst: sum(scripts.filter(({ startTime }) => startTime < liveAt)),
      later: sum(scripts.filter(({ startTime }) => startTime >= liveAt)),
    };
  });

export const watchedIn = (page: Page): Promise<Watched> => page.evaluate(() => globalThis.watched);
