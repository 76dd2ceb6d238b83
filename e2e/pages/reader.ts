import { expect, type Locator, type Page } from "@playwright/test";
import type { Paper } from "@/e2e/office";
import { whereabouts } from "@/e2e/pages/text-on-screen";

type Kind = "claim" | "place" | "source";
const keys = { claim: "1", place: "2", source: "3" } as const;
const names = { claim: "Claim", place: "Place", source: "Source" } as const;

/** A report, open to be read, tagged, discussed and decided. */
export class Reader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open({ id }: Pick<Paper, "id">): Promise<void> {
    await this.openAt(id);
  }

  async openAt(id: string): Promise<void> {
    await this.page.goto(`/reports/${id}`);
    await this.isReady();
  }

  /** The text can be tagged, and the tags that others made are there. */
  async isReady(): Promise<void> {
    await expect(this.text).toHaveAttribute("tabindex", "0");
    await expect(this.tags.getByText("No tags yet.").or(this.tags.getByRole("listitem").first()).first()).toBeVisible();
    await this.isSaved();
  }

  /** All scripts of the page are there: it can do without a server. */
  async hasEverything(): Promise<void> {
    await expect(this.page.locator("html")).toHaveAttribute("data-fetched", "all");
  }

  get text() {
    return this.page.getByRole("document", { name: "Report text" });
  }
  get inspector() {
    return this.page.getByRole("complementary", { name: "Inspector" });
  }
  get tags() {
    return this.page.getByRole("navigation", { name: "Tags" });
  }
  get buttons() {
    return this.page.getByRole("toolbar", { name: "Tag the selection" });
  }

  /** Chooses words: `await reader.choose("red rain").byMouse()`. */
  choose(words: string, nth = 1) {
    return {
      byMouse: async () => {
        const { from, to } = await whereabouts(this.page, words, nth);
        await this.page.mouse.move(from.x, from.y);
        await this.page.mouse.down();
        await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
        await this.page.mouse.move(to.x, to.y, { steps: 4 });
        await this.page.mouse.up();
      },
      byDoubleClick: async () => {
        const { middle } = await whereabouts(this.page, words, nth);
        await this.page.mouse.dblclick(middle.x, middle.y);
      },
    };
  }

  /** Tags words with one key: `await reader.tag("senior military source").as("source")`. */
  tag(words: string, nth = 1) {
    return {
      as: async (kind: Kind) => {
        await this.choose(words, nth).byMouse();
        await this.press(keys[kind]);
        await this.isTagged(words, kind);
      },
      byButton: async (kind: Kind) => {
        await this.choose(words, nth).byMouse();
        await this.buttons.getByRole("button", { name: names[kind] }).click();
        await this.isTagged(words, kind);
      },
    };
  }

  /** The tag on just these words is drawn, selected and described. */
  async isTagged(words: string, kind: Kind): Promise<void> {
    await expect(
      this.marks(kind)
        .filter({ hasText: words.split(" ")[0] ?? words })
        .first(),
    ).toBeVisible();
    await this.shows(words);
  }

  /** The marks that an annotation draws; words under other marks too come in several. */
  marks(kind: Kind): Locator {
    return this.text.locator(`mark.tag-${kind}`);
  }

  mark(words: string, kind: Kind): Locator {
    return this.marks(kind).filter({ hasText: words }).first();
  }

  /** Selects a tag by a click on its words. */
  async select(words: string, nth = 1): Promise<void> {
    const { middle } = await whereabouts(this.page, words, nth);
    await this.page.mouse.click(middle.x, middle.y);
  }

  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) await this.page.keyboard.press(chord);
  }

  /** Presses a key until its button says that there is nothing left to do. */
  async pressUntil(chord: string, nothingLeftTo: "Undo" | "Redo"): Promise<void> {
    const button = this.page.getByRole("banner").getByRole("button", { name: nothingLeftTo });
    await this.text.focus();
    await expect(button).toHaveAttribute("aria-disabled", "false");
    while ((await button.getAttribute("aria-disabled")) !== "true") await this.press(chord);
  }

  /** The sign that a colleague has the report open too. */
  colleagues(name: string): Locator {
    return this.page
      .getByRole("banner")
      .getByRole("img", { name: new RegExp(`${name}.*report open|report open.*${name}`) });
  }

  /** What a colleague did just now. */
  news(words: string): Locator {
    return this.page.getByRole("banner").getByRole("status").filter({ hasText: words });
  }

  /** What those who don't see the page are told. */
  async announces(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("main").getByRole("status").filter({ hasText: words }).first()).toBeAttached();
  }

  /** Takes the links that a claim's neighbours propose, with one key. */
  async takeLinks(): Promise<void> {
    await expect(this.inspector.getByRole("region", { name: "Suggested links" })).toBeVisible();
    await this.press("y");
    await expect(this.inspector.getByRole("region", { name: "Suggested links" })).toHaveCount(0);
  }

  /** The other end of a link of the selected tag. */
  linkTo(words: string): Locator {
    return this.inspector.getByRole("button", { name: `Edit the link to ${words}` });
  }

  /** Says something about the selected tag. */
  async comment(body: string): Promise<void> {
    await this.inspector.getByRole("textbox", { name: "Comment" }).fill(body);
    await this.inspector.getByRole("button", { name: "Send", exact: true }).click();
    await expect(this.inspector.getByText(body)).toBeVisible();
  }

  /** One of a few values of the selected tag, such as its certainty. */
  choice(of: string, value: string): Locator {
    return this.inspector.getByRole("radiogroup", { name: of }).getByRole("radio", { name: value, exact: true });
  }

  /** The inspector describes the tag on just these words. */
  async shows(words: string): Promise<void> {
    await expect(this.inspector.getByRole("button", { name: "Show in the text" })).toHaveText(words);
  }

  get review() {
    return this.inspector.getByRole("region", { name: "Review" });
  }

  async startReview(): Promise<void> {
    await this.text.focus();
    await this.press("v");
    await expect(this.review).toBeVisible();
  }

  /** Returns or rejects the selected tag by its key, and says why. */
  async decideWithReason(key: "r" | "x", reason: string): Promise<void> {
    await this.press(key);
    await this.review.getByRole("textbox", { name: "Reason" }).fill(reason);
    await this.press("Enter");
    await expect(this.review.getByRole("textbox", { name: "Reason" })).toHaveCount(0);
  }

  get saving() {
    return this.page
      .getByRole("banner")
      .getByText(/^(Saved|Saving|On this device only|Two versions|\d+ changes? not accepted)/);
  }

  async isSaved(): Promise<void> {
    await expect(this.saving).toHaveText(/^Saved/);
  }

  async isOnThisDeviceOnly(changes: number): Promise<void> {
    const words = `On this device only · ${changes} ${changes === 1 ? "change" : "changes"}`;
    await expect(this.saving).toContainText(words);
  }
}
