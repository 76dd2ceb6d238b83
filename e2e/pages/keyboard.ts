import { expect, type Locator } from "@playwright/test";

const patience = 60;

/** Goes with Tab until a thing has the focus: no mouse, no script. */
export async function tabTo(thing: Locator): Promise<void> {
  const page = thing.page();
  await expect(thing).toBeVisible();
  for (let pressed = 0; pressed < patience; pressed++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${thing}.`);
}
