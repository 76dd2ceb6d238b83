import type { Page } from "@playwright/test";
import { openBrowser, openWindow } from "@/bench/browser";
import { type Figure, figure } from "@/bench/figure";
import { Hands } from "@/bench/hands";
import { type Place, shortestKeys } from "@/bench/shortest-keys";
import { ask, openStage, type Stage } from "@/bench/stage";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { mentionsOf } from "@/domain/text/mentions";
import { layOut, type TextDocument } from "@/editor/document";
import { positionsOf, type Span } from "@/editor/positions";
import { wordsOf } from "@/editor/words";
import { Gold, segmentsOf } from "@/prisma/builders/gold-report";
import { hasSharedData, sharedBytes, sharedJson } from "@/prisma/builders/shared-data";
import { say } from "@/scripts/say.mjs";

/**
 * How many keys, clicks and drags a real report takes: the first ten claims, twenty places and five sources of it with
 * the links among them, once with mouse and keys as people do it, once with keys alone.
 */

const file = "000_67e095fd85001a7c.txt";
const [claims, places, sources] = [10, 20, 5];
const patience = 60_000;
const keyOf = { claim: "1", place: "2", source: "3" } as const;
type Kind = keyof typeof keyOf;
type Wanted = { kind: Kind; spans: readonly Span[]; links: readonly string[] };

export async function motions(): Promise<Figure[]> {
  if (!hasSharedData) {
    say("The real report is not beside this clone: there are no motions to count.");
    return [];
  }
  const stage = await openStage();
  const browser = await openBrowser();
  try {
    const figures: Figure[] = [];
    for (const how of ["mouse and keys", "keys alone"] as const) {
      const { id, text } = await theReport(stage);
      const { context, page } = await openWindow(browser, stage.url);
      await enter(page, id);
      const laid = laidOut(text);
      const hands = new Hands(
        page,
        laid.pieces.map(({ start }) => start),
      );
      const wanted = wantedIn(text);
      const began = performance.now();
      await tagAll({ page, hands, text, laid, wanted, keysAlone: how === "keys alone" });
      await page
        .getByRole("banner")
        .getByText(/^Saved/)
        .waitFor({ timeout: patience });
      const took = (performance.now() - began) / 1000;
      const made = await check(stage, id, wanted);
      const note = `${made.tags} tags, ${made.links} links`;
      figures.push(
        figure(`real report, ${how}: keys pressed`, "keys", [hands.keys], { note }),
        figure(`… ${how}: clicks`, "clicks", [hands.clicks]),
        figure(`… ${how}: drags`, "drags", [hands.drags]),
        figure(`… ${how}: machine time`, "s", [took]),
      );
      // Each hand has a report of its own: a project takes no text twice.
      await ask(stage, "DELETE", `/reports/${id}`, { reason: "Counted." }).catch(() => undefined);
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
    await stage.stop();
  }
}

let copies = 0;

/** The real report, and after it a line that tells its copies apart. */
async function theReport(stage: Stage): Promise<{ id: string; text: string }> {
  const [bytes, line] = [Buffer.from(sharedBytes(`reports/${file}`)), Buffer.from(`\n\nCopy ${++copies}.`)];
  const form = new FormData();
  form.append("files", new File([new Uint8Array(Buffer.concat([bytes, line]))], file));
  const response = await fetch(`${stage.url}/api/v1/projects/${stage.projectId}/reports`, {
    method: "POST",
    headers: { authorization: `Bearer ${stage.token}` },
    body: form,
  });
  const { results } = (await response.json()) as { results: { id: string }[] };
  const id = results[0]?.id ?? "";
  const { text } = await ask<{ text: string }>(stage, "GET", `/reports/${id}`);
  return { id, text };
}

async function enter(page: Page, id: string): Promise<void> {
  await page.goto(`/sign-in?next=/reports/${id}`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Analyst A", exact: true }).click();
  await page.locator('.text[tabindex="0"]').waitFor({ timeout: patience });
  await page.waitForLoadState("networkidle");
}

/** Places and sources first, as somebody does who wants their links proposed; the same words together. */
function wantedIn(text: string): Wanted[] {
  const gold = Gold.parse(sharedJson("gold-report.json"));
  const wordsOn = (spans: readonly { quote: string }[]) => spans.map(({ quote }) => quote).join(" … ");
  const placesHere = gold.places.slice(0, places).map(segmentsOf);
  const sourcesHere = gold.sources.slice(0, sources);
  const names = new Map([
    ...placesHere.map((spans): [string, string] => [`${spans[0]?.start}`, wordsOn(spans)]),
    ...sourcesHere.map(({ id, quote }): [string, string] => [id, quote]),
    ["article", "The article itself"],
  ]);
  const claimsHere = gold.claims.slice(0, claims).map(({ segments, attributedTo, locatedAt }): Wanted => {
    const ends = [attributedTo, ...locatedAt.map(({ start }) => `${start}`)];
    return { kind: "claim", spans: segments, links: ends.flatMap((end) => names.get(end) ?? []) };
  });
  const all: Wanted[] = [
    ...placesHere.map((spans): Wanted => ({ kind: "place", spans, links: [] })),
    ...sourcesHere.map((span): Wanted => ({ kind: "source", spans: [span], links: [] })),
    ...claimsHere,
  ];
  const length = Array.from(text).length;
  return all.filter(({ spans }) => spans.every(({ end }) => end <= length));
}

type Doing = {
  page: Page;
  hands: Hands;
  text: string;
  laid: TextDocument;
  wanted: readonly Wanted[];
  keysAlone: boolean;
};

/** The text as the page lays it out, to find the way of the keys in. */
function laidOut(text: string): TextDocument {
  const blocks = splitIntoBlocks(text, "text/plain").blocks.map(
    ({ ordinal, type, attributes, start, text: words, before }) => ({
      ordinal,
      type,
      attributes: { ...attributes },
      start,
      text: words,
      before,
    }),
  );
  return layOut(blocks, { direction: "ltr", title: "", language: "en" });
}

async function tagAll({ page, hands, text, laid: document, wanted, keysAlone }: Doing): Promise<void> {
  const words = wordsOf(document, positionsOf(document), "en");
  let place: Place;
  const choose = async (span: Span) => {
    const found = keysAlone ? shortestKeys(words, document, place, span) : undefined;
    if (!found) return hands.drag(span);
    for (const chord of found.chords) await hands.press(chord);
    place = found.place;
  };
  const done = new Set<Wanted>();
  for (const each of wanted) {
    if (done.has(each)) continue;
    const [first, ...others] = each.spans;
    if (!first) continue;
    const together = sameWords(text, each, wanted);
    await choose(first);
    if (together.length > 1) await hands.press("a");
    await hands.press(keyOf[each.kind]);
    place = { beside: first };
    for (const tagged of together) done.add(tagged);
    for (const span of others) {
      await choose(span);
      await hands.press("+");
    }
    if (each.kind === "claim") await link(page, hands, each.links);
  }
}

/** The other wanted tags on the same words, when they are all there are: one key then tags them with it. */
function sameWords(text: string, each: Wanted, wanted: readonly Wanted[]): readonly Wanted[] {
  const [span, ...others] = each.spans;
  if (!span || others.length > 0 || each.kind === "claim") return [each];
  const quote = Array.from(text).slice(span.start, span.end).join("");
  const found = mentionsOf(text, quote, { locale: "en" }).map(({ start, end }) => `${start} ${end}`);
  const same = wanted.filter(
    ({ kind, spans: [only, ...more] }) =>
      kind === each.kind && more.length === 0 && only && found.includes(`${only.start} ${only.end}`),
  );
  return same.length === found.length ? same : [each];
}

/** Takes what is proposed with one key when all of it is meant, else one by one; the rest is looked for by its words. */
async function link(page: Page, hands: Hands, ends: readonly string[]): Promise<void> {
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  const proposed = inspector.getByRole("region", { name: /^(Suggested links|Proposed)$/ });
  const offers = proposed.getByRole("button", { name: /^(Accept|Take): / });
  // What is proposed is drawn with the tag; two frames later all of it is there.
  await page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))));
  const names = (await offers.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))).map(
    (name) => name.replace(/^\w+: /, ""),
  );
  const left = [...ends];
  const takes = names.filter((name) => {
    const at = left.findIndex((end) => end.toLowerCase() === name.toLowerCase());
    return at >= 0 && left.splice(at, 1).length > 0;
  });
  if (takes.length === names.length && names.length > 0) await hands.press("y");
  else for (const name of takes) await hands.click(offers.filter({ hasText: name }).first());
  for (const end of left) {
    await hands.press("l");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
    await hands.type(end.slice(0, 8));
    const options = page.getByRole("option");
    const wanted = options.filter({ hasText: new RegExp(`^${end.replace(/[^\w ]/g, ".")}`, "i") }).first();
    await wanted.waitFor();
    const shown = await options.evaluateAll((all) => all.map((one) => one.id));
    const at = shown.indexOf((await wanted.getAttribute("id")) ?? "");
    for (let step = 0; step < at; step++) await hands.press("ArrowDown");
    await hands.press("Enter");
  }
}

/** Every wanted tag has to be there, exactly; counting the motions of a half-done job would flatter it. */
async function check(stage: Stage, id: string, wanted: readonly Wanted[]): Promise<{ tags: number; links: number }> {
  type Tags = { annotations: { kind: string; state: string; segments: Span[] }[]; relations: { state: string }[] };
  const { annotations, relations } = await ask<Tags>(stage, "GET", `/reports/${id}/tags`);
  const nameOf = (kind: string, spans: readonly Span[]) =>
    `${kind} ${spans.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
  const there = new Set(annotations.map(({ kind, segments }) => nameOf(kind, segments)));
  const missing = wanted.map(({ kind, spans }) => nameOf(kind, spans)).filter((name) => !there.has(name));
  if (missing.length > 0) throw new Error(`Not tagged: ${missing.join(", ")}.`);
  const links = relations.filter(({ state }) => state !== "withdrawn").length;
  const meant = wanted.reduce((sum, each) => sum + each.links.length, 0);
  if (links < meant) throw new Error(`${links} of ${meant} links were made.`);
  return { tags: annotations.length, links };
}
