import { expect, test } from "@/e2e/journey";
import { arrowTo, tabTo } from "@/e2e/pages/keyboard";
import { Reader } from "@/e2e/pages/reader";
import { SignIn } from "@/e2e/pages/sign-in";

test("from the sign-in to a described, linked and discussed claim without a mouse", async ({ browse, office }) => {
  const { name } = await office.project();
  const paper = await office.newReport({
    text: "Rain closed the road. The army said on Monday that Tel Abyad had fallen.",
    title: `Rain ${crypto.randomUUID().slice(0, 8)}`,
  });
  const { page } = await browse();
  const reader = new Reader(page);
  const enter = async () => page.keyboard.press("Enter");

  await test.step("to the report", async () => {
    await new SignIn(page).open();
    await tabTo(new SignIn(page).demo("Analyst A"));
    await enter();
    await tabTo(page.getByRole("main").getByRole("link", { name }));
    await enter();
    await tabTo(page.getByRole("table").getByRole("link", { name: paper.title }));
    await enter();
    await reader.isReady();
    await expect(reader.text).toBeFocused();
  });

  await test.step("a source: by sentence, by word, extended", async () => {
    await reader.press("ArrowRight");
    await reader.announces("Rain");
    await reader.press("Alt+ArrowDown");
    await reader.announces("The");
    await reader.press("Shift+ArrowRight");
    await reader.announces("The army");
    await reader.press("3");
    await expect(reader.mark("The army", "source")).toBeVisible();
  });

  await test.step("a place and the claim around it", async () => {
    for (let words = 0; words < 5; words++) await reader.press("ArrowRight");
    await reader.announces("Tel");
    await reader.press("Shift+ArrowRight", "2");
    await expect(reader.mark("Tel Abyad", "place")).toBeVisible();
    await reader.press("ArrowLeft", "ArrowRight");
    await reader.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "1");
    await expect(reader.mark("had fallen", "claim")).toBeVisible();
    await reader.takeLinks();
    await expect(reader.linkTo("Tel Abyad")).toBeVisible();
    await expect(reader.linkTo("The army")).toBeVisible();
  });

  await test.step("described in the inspector, and back", async () => {
    await reader.press("i");
    await expect(reader.inspector.locator(":focus")).toBeVisible();
    const probable = reader.choice("Certainty", "probable");
    await tabTo(reader.inspector.getByRole("radiogroup", { name: "Certainty" }).getByRole("radio").first());
    await arrowTo(probable);
    await tabTo(reader.inspector.getByRole("textbox", { name: "Comment" }));
    await page.keyboard.type("Which army?");
    await reader.press("Control+Enter");
    await expect(reader.inspector.getByText("Which army?")).toBeVisible();
    await reader.press("Escape");
    await expect(reader.text).toBeFocused();
  });

  await test.step("undone and redone, saved", async () => {
    await reader.press("k", "Delete");
    await expect(reader.mark("Tel Abyad", "place").or(reader.mark("The army", "source"))).toBeVisible();
    await reader.press("Control+z");
    await expect(reader.marks("place")).toHaveCount(1);
    await expect(reader.marks("source")).toHaveCount(1);
    await reader.isSaved();
  });

  const { annotations, relations } = await office.tagsOf(paper);
  expect(annotations.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
    "claim open",
    "place open",
    "source open",
  ]);
  expect(annotations.find(({ kind }) => kind === "claim")?.attributes["certainty"]).toBe("probable");
  expect(
    relations
      .filter(({ state }) => state === "open")
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(["attributed-to", "located-at"]);
});
