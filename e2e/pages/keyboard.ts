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

/** Goes with the right arrow through a group of radio buttons, of which one has the focus, until this one is chosen. */
export async function arrowTo(choice: Locator): Promise<void> {
  const page = choice.page();
  const here = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  for (let pressed = 0; pressed < patience && !(await choice.isChecked()); pressed++) {
    const before = await here();
    await page.keyboard.press("ArrowRight");
    await expect.poll(here).not.toBe(before);
    await expect(page.locator(":focus")).toBeChecked();
  }
  await expect(choice).toBeChecked();
}
