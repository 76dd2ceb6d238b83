import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const schemes = ["light", "dark"] as const;

/** What axe finds serious or critical on the page as it stands, in light and in dark; nothing, if all is well. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
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
