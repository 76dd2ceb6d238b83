import type { Browser } from "@playwright/test";
import { Client } from "pg";
import { v7 } from "uuid";
import { openBrowser, openWindow } from "@/bench/browser";
import { ownerOf } from "@/bench/datasets/datasets";
import { bringClaims, claimIdAt } from "@/bench/events/corpus";
import { below, type Figure, figure, p95 } from "@/bench/figure";
import { ask, openStage, type Stage } from "@/bench/stage";

/**
 * The timeline of 10,000 events, likely members of one claim among as many claims as `GLOSSATOR_BENCH_CLAIMS` says
 * (a million unless given), and two events of 1,000 claims each that become one.
 */
const claims = Number(process.env["GLOSSATOR_BENCH_CLAIMS"] ?? "1000000");
const events = 10_000;
const openings = 5;
const asked = 100;
const merges = 5;
const each = 1000;
const patience = 60_000;
const who = "Editor";

export async function timeline(): Promise<Figure[]> {
  const stage = await openStage();
  const client = new Client({ connectionString: stage.databaseUrl });
  const browser = await openBrowser();
  try {
    await client.connect();
    const project = await ask<{ id: string }>(stage, "POST", "/projects", { name: "Claims", slug: "claims" });
    const there = { ...stage, projectId: project.id };
    await bringClaims(client, await ownerOf(client, there), { claims, events });
    return [...(await drawn(there, browser, client)), ...(await proposed(there)), ...(await merged(there))];
  } finally {
    await browser.close();
    await client.end();
    await stage.stop();
  }
}

/** The first opening, when the app has read none of the events yet, and those when it has read all. */
async function drawn(stage: Stage, browser: Browser, client: Client): Promise<Figure[]> {
  const first = await open(browser, stage);
  const began = performance.now();
  const left = async () => {
    const { rows } = await client.query<{ left: number }>(
      "select count(*)::int as left from event where project_id = $1 and outline_of is distinct from version",
      [stage.projectId],
    );
    return rows[0]?.left ?? 0;
  };
  const missing = await left();
  while ((await left()) > 0) await new Promise((rest) => setTimeout(rest, 200));
  const rate = missing === 0 ? [] : [(missing / (performance.now() - began)) * 1000];
  const later: number[] = [];
  for (let nth = 0; nth < openings; nth++) later.push(await open(browser, stage));
  const many = events.toLocaleString("en");
  return [
    figure(`timeline of ${many} events, none read yet: navigation → picture painted`, "ms", [first], {
      budget: below(1000),
    }),
    figure(`timeline of ${many} events: navigation → picture painted`, "ms", later, { budget: below(1000) }),
    ...(rate.length > 0 ? [figure("events read in the background", "events/s", rate)] : []),
  ];
}

async function open(browser: Browser, { url, projectId }: Stage): Promise<number> {
  const { context, page } = await openWindow(browser, url);
  try {
    await page.goto("/sign-in?next=/account", { waitUntil: "networkidle" });
    await page.getByRole("button", { name: who, exact: true }).click();
    await page.waitForURL(({ pathname }) => pathname === "/account");
    await context.addInitScript(whenDrawn);
    await page.goto(`/projects/${projectId}/events/timeline`, { waitUntil: "commit" });
    await page.waitForFunction(() => Number(Reflect.get(globalThis, "timelineDrawn")) > 0, undefined, {
      timeout: patience,
    });
    return await page.evaluate(() => Number(Reflect.get(globalThis, "timelineDrawn")));
  } finally {
    await context.close();
  }
}

/** Runs in the page: when the picture was there, in the frame that showed it, in milliseconds since the navigation. */
function whenDrawn(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("main svg[role=img] rect, main svg[role=img] circle")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => Reflect.set(globalThis, "timelineDrawn", performance.now()));
    });
  }).observe(document, { childList: true, subtree: true });
}

/** Makes an event of the claims with these numbers; answers its id. */
async function make(stage: Stage, numbers: readonly number[]): Promise<string> {
  const made = await ask<{ id: string }>(stage, "POST", `/projects/${stage.projectId}/events`, {
    title: "Made for a measurement",
    claims: numbers.map((nth) => ({ id: claimIdAt(nth), part: "supports" })),
    opId: v7(),
  });
  return made.id;
}

/** An event of one claim, read with its likely members: everything that the page of an event asks for. */
async function proposed(stage: Stage): Promise<Figure[]> {
  const step = Math.floor((claims - 2 * events) / (asked + 1) / 2) * 2;
  const times: number[] = [];
  for (let nth = 0; nth <= asked; nth++) {
    const id = await make(stage, [2 * events + nth * step]);
    const began = performance.now();
    const page = await ask<{ likely: unknown[] }>(stage, "GET", `/events/${id}`);
    if (page.likely.length === 0) throw new Error("An event has likely members, and none was proposed.");
    if (nth > 0) times.push(performance.now() - began);
  }
  const rounds = Array.from({ length: 5 }, (_, round) => p95(times.filter((_time, at) => at % 5 === round)));
  return [
    figure(
      `likely members of one claim among ${claims.toLocaleString("en")}, p95 of ${asked / 5} events`,
      "ms",
      rounds,
      {
        budget: below(100),
      },
    ),
    figure("… all of them", "ms", times),
  ];
}

async function merged(stage: Stage): Promise<Figure[]> {
  const times: number[] = [];
  const from = 2 * events + 1;
  for (let nth = 0; nth < merges; nth++) {
    const numbers = (side: number) =>
      Array.from({ length: each }, (_, at) => from + 2 * ((2 * nth + side) * each + at));
    const [goes, stays] = [await make(stage, numbers(0)), await make(stage, numbers(1))];
    const body = { into: stays, version: 1, intoVersion: 1, opId: v7() };
    const began = performance.now();
    await ask(stage, "POST", `/events/${goes}/merge`, body);
    times.push(performance.now() - began);
  }
  return [figure(`two events of ${each.toLocaleString("en")} claims merged`, "ms", times, { budget: below(1000) })];
}
