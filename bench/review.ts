import type { Page } from "@playwright/test";
import { v7 } from "uuid";
import { openBrowser, openWindow } from "@/bench/browser";
import { atLeast, below, type Figure, figure } from "@/bench/figure";
import { ask, openStage, type Stage, tokenFor } from "@/bench/stage";
import type { Annotation } from "@/domain/tag/tag";
import { changesFor, Gold } from "@/prisma/builders/gold-report";
import { hasSharedData, sharedBytes, sharedJson } from "@/prisma/builders/shared-data";
import { say } from "@/scripts/say.mjs";

/** All tags of the real report decided by keys alone, and how long the program lets a reviewer wait for that. */

const file = "000_67e095fd85001a7c.txt";
/** Ten minutes for a report; whoever reads a card has to have time left for it. */
const minutes = 10;
const leastToRead = 5;
const patience = 60_000;

export async function review(): Promise<Figure[]> {
  if (!hasSharedData) {
    say("The real report is not beside this clone: nothing to review.");
    return [];
  }
  const stage = await openStage();
  const browser = await openBrowser();
  try {
    const { id, tags } = await theRealReport(stage);
    const { context, page } = await openWindow(browser, stage.url);
    await page.goto(`/sign-in?next=/reports/${id}`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Reviewer", exact: true }).click();
    await page.locator('.text[tabindex="0"]').waitFor({ timeout: patience });
    const { took, keys, cards } = await decideAll(page);
    await page.getByText("Everything here has been decided.").waitFor({ timeout: patience });
    await page
      .getByRole("banner")
      .getByText(/^Saved/)
      .waitFor({ timeout: patience });
    const left = await waiting(stage, id);
    if (left > 0) throw new Error(`${left} tags still wait.`);
    await context.close();
    const toRead = (minutes * 60 - took.reduce((sum, each) => sum + each, 0) / 1000) / cards;
    const note = `${tags} tags on ${cards} cards, ${keys} keys`;
    return [
      figure("real report: all tags decided by keys, nobody reading", "s", [took.reduce((a, b) => a + b, 0) / 1000], {
        budget: below(minutes * 60),
        note,
      }),
      figure("… key pressed → next card there", "ms", took, { budget: below(300) }),
      figure(`… time left to read a card within ${minutes} minutes`, "s", [toRead], { budget: atLeast(leastToRead) }),
    ];
  } finally {
    await browser.close();
    await stage.stop();
  }
}

/** Every eighth card goes back with a reason by its number, every twelfth goes, every tenth is corrected first. */
async function decideAll(page: Page): Promise<{ took: number[]; keys: number; cards: number }> {
  const card = page.getByRole("region", { name: "Review", exact: true });
  let keys = 0;
  const press = async (...chords: string[]) => {
    for (const chord of chords) {
      await page.keyboard.press(chord);
      keys += 1;
    }
  };
  await page.locator(".text").focus();
  await press("v");
  await card.waitFor();
  const took: number[] = [];
  for (let nth = 1; !(await isDone(page)); nth++) {
    if (nth > 1000) throw new Error("The review does not come to an end.");
    const before = await current(page);
    const began = performance.now();
    if (nth % 8 === 0) await press("r", "1", "Enter");
    else if (nth % 12 === 0) await press("x", "5", "Enter");
    else if (nth % 10 === 0) await press("e", "]", "a");
    else await press("a");
    await page.waitForFunction(
      ({ selector, was }) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(" ") !== was,
      { selector: shownCard, was: before },
      { polling: "raf", timeout: patience },
    );
    took.push(performance.now() - began);
  }
  return { took, keys, cards: took.length };
}

/** How many wait, and what is on the card. */
const shownCard = '[aria-label="Review"] h2, [aria-label="On this card"]';

const current = async (page: Page) => (await page.locator(shownCard).allTextContents()).join(" ");
const isDone = (page: Page) => page.getByText("Everything here has been decided.").isVisible();

async function waiting(stage: Stage, id: string): Promise<number> {
  type Tags = Record<"annotations" | "relations", { state: string }[]>;
  const { annotations, relations } = await ask<Tags>(stage, "GET", `/reports/${id}/tags`);
  return [...annotations, ...relations].filter(({ state }) => state === "open").length;
}

/** The real report, imported, with everything its analyst said. */
async function theRealReport(stage: Stage): Promise<{ id: string; tags: number }> {
  const gold = Gold.parse(sharedJson("gold-report.json"));
  const form = new FormData();
  form.append("files", new File([new Uint8Array(sharedBytes(`reports/${file}`))], file));
  const response = await fetch(`${stage.url}/api/v1/projects/${stage.projectId}/reports`, {
    method: "POST",
    headers: { authorization: `Bearer ${stage.token}` },
    body: form,
  });
  const { results } = (await response.json()) as { results: { id: string }[] };
  const id = results[0]?.id ?? "";
  const { revisionId } = await ask<Pick<Annotation, "revisionId">>(stage, "GET", `/reports/${id}`);
  const entityOf = new Map<string, string>();
  for (const name of ["S1", "S2", "S3"]) {
    const sent = { name: `${name} of the real report`, kind: "local or field" };
    const entity = await ask<{ id: string }>(stage, "POST", `/projects/${stage.projectId}/entities`, sent);
    entityOf.set(name, entity.id);
  }
  const { changes } = changesFor(gold, { revisionId, entityOf, newId: v7 });
  const analyst = { url: stage.url, token: await tokenFor(stage.url, "analyst-a") };
  const path = `/reports/${id}/tags/batch`;
  const made = await ask<{ results: { status: string }[] }>(analyst, "POST", path, { operations: changes });
  if (made.results.some(({ status }) => status !== "ok")) throw new Error("Not all of the real report was tagged.");
  return { id, tags: changes.length };
}
