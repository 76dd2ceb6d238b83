import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { Explain } from "@/components/values/explain";

afterEach(cleanup);

test("what a grade is can be read by keyboard and by touch, and put away again", async () => {
  const { person } = show(<Explain term="grade" />, {});
  const button = screen.getByRole("button", { name: "What does “Grade” mean?" });
  await person.tab();
  expect(document.activeElement).toBe(button);
  await person.keyboard("{Enter}");
  expect(screen.getByRole("dialog", { name: "Grade" }).textContent).toContain("B2 means a usually reliable source");
  await person.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await person.pointer({ keys: "[TouchA]", target: button });
  expect(screen.getByRole("dialog", { name: "Grade" })).toBeDefined();
});
