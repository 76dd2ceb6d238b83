import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colours; nothing else differs in dark. */
const ofColour = ["color-contrast", "link-in-text-block"];

/** Rows of long tables; they are made like the thirty above them. */
const alike = "tbody > tr:nth-child(n + 31)";

/**
 * What axe finds serious or critical on the page as it stands, in light and, of colours, in dark; nothing, if all is well.
 * The pages have no frames of other origins, for which alone axe would open a page of its own each time.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await atRest(page);
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude(alike);
    const { violations } = await (colorScheme === "light" ? axe.withTags(rules) : axe.withRules(ofColour)).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    const found = grave.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(" ")}\n${failureSummary ?? ""}`),
    );
    expect(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/**
 * Colours that are still on their way from one scheme to the other are nobody's contrast: what would end by itself is ended,
 * and what follows from that too. Nothing here waits for a frame, as a page that draws none would never give one.
 */
const atRest = (page: Page) =>
  page.evaluate(() => {
    const ending = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        );
    for (let round = 0; round < 10 && ending().length > 0; round += 1) for (const each of ending()) each.finish();
  });
