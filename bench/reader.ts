import type { Browser, Page } from "@playwright/test";
import { openBrowser, openWindow, scriptBytes, watchedIn } from "@/bench/browser";
import { below, type Figure, figure, p95 } from "@/bench/figure";
import { newPaper, openStage, type Stage } from "@/bench/stage";

/** The reader in Chromium with an empty cache: from sign-in to text, a long report opened, tagged by keys, scrolled. */

const runs = 5;
const patience = 60_000;
const keys = 40;
/** More than any tag that is there already has: the same words would only select it. */
const wordsATag = 6;
const who = "Analyst A";
const annotationsOfLong = 10_000;

export async function reader(): Promise<Figure[]> {
  const stage = await openStage();
  const browser = await openBrowser();
  try {
    const short = await newPaper(stage, 1000);
    const middle = await newPaper(stage, 10_000, 1000);
    const long = await newPaper(stage, 100_000, annotationsOfLong);
    await signIn(browser, stage, short.id);
    return [
      ...(await fromSignIn(browser, stage, short.id)),
      ...(await opening(browser, stage, long.id)),
      await keyToHighlight(browser, stage, { id: middle.id, annotations: 1000, budget: 50 }),
      await keyToHighlight(browser, stage, { id: long.id, annotations: annotationsOfLong, budget: 100 }),
      ...(await scrolling(browser, stage, long.id)),
    ];
  } finally {
    await browser.close();
    await stage.stop();
  }
}

type Opened = { page: Page; close: () => Promise<void> };

/** Signs in on the page that asks for it, with the report as the address to go on to; resolves when its text is there. */
async function signIn(browser: Browser, { url }: Stage, id: string): Promise<Opened> {
  const { context, page } = await openWindow(browser, url);
  await page.goto(`/sign-in?next=/reports/${id}`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: who, exact: true }).click();
  await page.locator('.text[tabindex="0"]').waitFor({ timeout: patience });
  return { page, close: () => context.close() };
}

async function fromSignIn(browser: Browser, stage: Stage, id: string): Promise<Figure[]> {
  const readable: number[] = [];
  const lcps: number[] = [];
  const atFirst: number[] = [];
  const later: number[] = [];
  for (let nth = 0; nth < runs; nth++) {
    const { page, close } = await signIn(browser, stage, id);
    const { lcp } = await quiet(page);
    const { clicked, began } = await page.evaluate(() => ({
      clicked: Number(sessionStorage.getItem("clicked")),
      began: performance.timeOrigin,
    }));
    lcps.push(lcp);
    readable.push(began + lcp - clicked);
    const bytes = await scriptBytes(page);
    atFirst.push(bytes.atFirst / 1000);
    later.push(bytes.later / 1000);
    await close();
  }
  return [
    figure("sign-in pressed → 1,000-word report readable (LCP)", "ms", readable, { budget: below(800) }),
    figure("… of that, the reader's own page", "ms", lcps),
    figure("JavaScript of the reader page until its text can be tagged, compressed", "kB", atFirst, {
      budget: below(250),
    }),
    figure("… fetched later, when the page is at rest", "kB", later),
  ];
}

async function opening(browser: Browser, stage: Stage, id: string): Promise<Figure[]> {
  const readable: number[] = [];
  const interactive: number[] = [];
  for (let nth = 0; nth < runs; nth++) {
    const { page, close } = await openDrawn(browser, stage, id);
    const { lcp, drawnAt, busyUntil } = await quiet(page);
    readable.push(lcp);
    interactive.push(Math.max(lcp, drawnAt, busyUntil));
    await close();
  }
  return [
    figure("100,000 words, 10,000 annotations: text readable (LCP)", "ms", readable, { budget: below(1000) }),
    figure("… every mark drawn and nothing left to do", "ms", interactive, { budget: below(2000) }),
  ];
}

/** Opens a report as somebody who is signed in, with an empty cache, and waits until its marks are drawn. */
async function openDrawn(browser: Browser, stage: Stage, id: string, least = annotationsOfLong): Promise<Opened> {
  const { context, page } = await openWindow(browser, stage.url);
  await page.goto("/sign-in?next=/account");
  await page.getByRole("button", { name: who, exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === "/account");
  await page.goto("about:blank");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.clearBrowserCache");
  await page.goto(`/reports/${id}`, { waitUntil: "commit" });
  await page.waitForFunction((least) => globalThis.watched.marks >= least, least, { timeout: patience, polling: 200 });
  return { page, close: () => context.close() };
}

/** What a page says once it has been idle for half a second. */
async function quiet(page: Page) {
  await page.waitForFunction(
    () => performance.now() - Math.max(globalThis.watched.busyUntil, globalThis.watched.drawnAt) > 500,
    undefined,
    { timeout: patience, polling: 100 },
  );
  return watchedIn(page);
}

type Keyed = { id: string; annotations: number; budget: number };

/** Words are chosen by keyboard and tagged with one key, some way down the report; each run is 40 keys. */
async function keyToHighlight(browser: Browser, stage: Stage, { id, annotations, budget }: Keyed): Promise<Figure> {
  const { page, close } = await openDrawn(browser, stage, id, annotations);
  await quiet(page);
  await page.locator(".text").focus();
  const latencies: number[] = [];
  for (let nth = 0; nth < runs; nth++) latencies.push(p95(await tagByKeys(page)));
  await close();
  const name = `key pressed → highlight painted, ${annotations.toLocaleString("en")} annotations (INP p95)`;
  return figure(name, "ms", latencies, { budget: below(budget), note: `${keys} keys a run` });
}

/** From key to paint by the browser's own event timing, in steps of 8 ms; shorter ones than 16 ms count as 16. */
async function tagByKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    globalThis.watched.keys = [];
    globalThis.watched.events = [];
  });
  for (let nth = 0; nth < keys; nth++) {
    await page.keyboard.press("ArrowRight");
    for (let word = 1; word < wordsATag; word++) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("2");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowRight");
  }
  const { keys: pressed, events } = await quiet(page);
  const missed = pressed.filter(({ painted }) => !painted).length;
  if (pressed.length < keys || missed > 0) {
    throw new Error(`${missed} of ${pressed.length} pressed keys painted nothing in their own frame.`);
  }
  return pressed.map(({ at }) => Math.max(16, events.find((each) => Math.abs(each.at - at) < 1)?.took ?? 16));
}

const scroll = { pixels: 60_000, pixelsPerSecond: 6000 };

/** Scrolls on through the report; what is measured is the time between frames, as the page itself sees them. */
async function scrolling(browser: Browser, stage: Stage, id: string): Promise<Figure[]> {
  const { page, close } = await openDrawn(browser, stage, id);
  await quiet(page);
  const devtools = await page.context().newCDPSession(page);
  const worst: number[] = [];
  const most: number[] = [];
  for (let nth = 0; nth < 3; nth++) {
    await page.evaluate(() => {
      const { watched } = globalThis;
      Object.assign(watched, { frames: [], counting: true });
      const count = (now: number) => {
        watched.frames.push(now);
        if (watched.counting) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    });
    await devtools.send("Input.synthesizeScrollGesture", {
      x: 600,
      y: 450,
      yDistance: -scroll.pixels,
      speed: scroll.pixelsPerSecond,
      gestureSourceType: "mouse",
    });
    const { frames } = await page.evaluate(() => Object.assign(globalThis.watched, { counting: false }));
    const gaps = frames.slice(1).map((at, nth) => at - (frames[nth] ?? at));
    worst.push(Math.max(...gaps));
    most.push(p95(gaps));
  }
  await close();
  const note = `${scroll.pixels.toLocaleString("en")} px at ${scroll.pixelsPerSecond.toLocaleString("en")} px/s a run`;
  return [
    figure("scroll through that report: longest frame", "ms", worst, { budget: below(50), note }),
    figure("… p95 of frames", "ms", most, { budget: below(20) }),
  ];
}
