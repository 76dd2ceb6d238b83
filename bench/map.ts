import type { Browser } from "@playwright/test";
import { v7 } from "uuid";
import { openBrowser, openWindow } from "@/bench/browser";
import { below, type Figure, figure } from "@/bench/figure";
import { ask, newPaper, openStage, type Stage } from "@/bench/stage";
import { spotsOf } from "@/bench/text";
import { pick, seededChance } from "@/domain/agreement/chance";

/** The map of a report with 10,000 places that all lie elsewhere, in Chromium, and how it follows when it is moved. */

const runs = 5;
const patience = 60_000;
const places = 10_000;
const atOnce = 500;
const who = "Analyst A";

export async function map(): Promise<Figure[]> {
  const stage = await openStage();
  const browser = await openBrowser();
  try {
    const reportId = await paperWithPlaces(stage);
    const opened: Awaited<ReturnType<typeof open>>[] = [];
    for (let nth = 0; nth < runs; nth++) opened.push(await open(browser, stage, reportId));
    const of = (name: "drawn" | "since" | "zoomed") => opened.map((each) => each[name]);
    return [
      figure(`map of ${places.toLocaleString("en")} points: answer there → points and lines drawn`, "ms", of("drawn"), {
        budget: below(500),
      }),
      figure("… from the navigation on, with an empty cache", "ms", of("since")),
      figure("… zoomed in by a key, until that is painted", "ms", of("zoomed")),
    ];
  } finally {
    await browser.close();
    await stage.stop();
  }
}

async function paperWithPlaces(stage: Stage): Promise<string> {
  const paper = await newPaper(stage, 3 * places);
  const chance = seededChance(12);
  const operations = spotsOf(paper.text, places).map(({ start, end, quote }, nth) => {
    const at = { latitude: 30 + pick(chance, 800_000) / 1e5, longitude: 34 + pick(chance, 1_400_000) / 1e5 };
    const attributes = { featureType: "settlement", located: { name: `Place ${nth}`, ...at } };
    const body = {
      kind: "place",
      revisionId: paper.revisionId,
      segments: [{ start, end, quote }],
      attributes,
      opId: v7(),
    };
    return { deed: "put-annotation", id: v7(), body };
  });
  for (let at = 0; at < operations.length; at += atOnce) {
    await ask(stage, "POST", `/reports/${paper.id}/tags/batch`, { operations: operations.slice(at, at + atOnce) });
  }
  return paper.id;
}

async function open(browser: Browser, { url, projectId }: Stage, reportId: string) {
  const { context, page } = await openWindow(browser, url);
  try {
    await page.goto("/sign-in?next=/account", { waitUntil: "networkidle" });
    await page.getByRole("button", { name: who, exact: true }).click();
    await page.waitForURL(({ pathname }) => pathname === "/account");
    await context.addInitScript(whenDrawn);
    await page.goto(`/projects/${projectId}/map?report=${reportId}`);
    await page.waitForFunction(() => Number(Reflect.get(globalThis, "mapDrawn")) > 0, undefined, { timeout: patience });
    const { at, answered } = await page.evaluate(() => {
      const asked = performance
        .getEntriesByType("resource")
        .filter(({ name }) => /\/map\?/.test(name))
        .at(-1);
      return {
        at: Number(Reflect.get(globalThis, "mapDrawn")),
        answered: asked instanceof PerformanceResourceTiming ? asked.responseEnd : Number.NaN,
      };
    });
    const frame = page.getByRole("application");
    await frame.focus();
    await page.keyboard.press("+");
    await page.waitForFunction(() => watched.events.length > 0, undefined, { timeout: patience });
    const zoomed = await page.evaluate(() => watched.events.at(-1)?.took ?? Number.NaN);
    return { drawn: at - answered, since: at, zoomed };
  } finally {
    await context.close();
  }
}

/** Runs in the page: when points and lines were both there, in the frame that showed them. */
function whenDrawn(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("[data-spot]") || !document.querySelector("[data-drawn]")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => Reflect.set(globalThis, "mapDrawn", performance.now()));
    });
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["data-drawn"] });
}
