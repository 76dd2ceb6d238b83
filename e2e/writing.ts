import type { Page } from "@playwright/test";

/** Pastes as a browser does, with what another program put on the clipboard. */
export const paste = (page: Page, html: string) =>
  page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", html);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, html);

/** What nothing that people write is ever shown with. */
export const dangerous =
  'script, img, svg, iframe, object, form, style, details, template, [onclick], [onerror], [style], a:not([href^="https:"])';

/** Whether any of the hostile texts was run. */
export const ran = (page: Page) => page.evaluate(() => "ran" in globalThis);
