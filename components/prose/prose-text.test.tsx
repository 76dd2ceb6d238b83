import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ProseText } from "@/components/prose/prose-text";
import type { UserId } from "@/domain/ids";
import type { Mark, Prose } from "@/domain/prose/prose";

afterEach(cleanup);

const line = (text: string, ...marks: Mark[]): Prose => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text, marks }] }],
});
const shown = (prose: Prose, nameOf?: (id: string) => string | undefined) =>
  render(<ProseText prose={prose} nameOf={nameOf} other={() => null} />).container;

test("markup in words is words", () => {
  const root = shown(line("<img src=x onerror=alert(1)><script>alert(1)</script>"));
  expect(root.textContent).toBe("<img src=x onerror=alert(1)><script>alert(1)</script>");
  expect(root.querySelector("img, script")).toBeNull();
});

test("a link that runs leads nowhere, even if it were stored", () => {
  shown(line("press", { type: "link", attrs: { href: "javascript:alert(1)" } }));
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByText("press")).toBeDefined();
});

test("a web address leads there, and tells the other page nothing", () => {
  shown(line("here", { type: "bold" }, { type: "link", attrs: { href: "https://example.org/a" } }));
  const link = screen.getByRole("link", { name: "here" });
  expect(link.getAttribute("href")).toBe("https://example.org/a");
  expect(link.getAttribute("rel")).toContain("noopener");
  expect(link.querySelector("strong")?.textContent).toBe("here");
});

test("people have the name they have today, or had then", () => {
  const [ana, gone] = ["01a229f5-8ac1-75cc-a89f-ac144cf96cba", "01a229f5-8ac1-75cc-a89f-ac144cf96cbb"];
  const mention = (userId: string) => ({
    type: "mention" as const,
    attrs: { userId: userId as UserId, label: "Then" },
  });
  const root = shown({ type: "doc", content: [{ type: "paragraph", content: [mention(ana), mention(gone)] }] }, (id) =>
    id === ana ? "Today" : undefined,
  );
  expect([...root.querySelectorAll(".mention")].map(({ textContent }) => textContent)).toEqual(["@Today", "@Then"]);
});

test("each paragraph and each list is written the way its own words are", () => {
  const item = (text: string) => ({
    type: "bulletList" as const,
    content: [{ type: "listItem" as const, content: line(text).content }],
  });
  const root = shown({ type: "doc", content: [...line("قال").content, item("قال"), item("said")] });
  expect([...root.querySelectorAll("ul")].map(({ dir }) => dir)).toEqual(["rtl", "ltr"]);
  expect([...root.querySelectorAll("p")].map(({ dir }) => dir)).toEqual(["auto", "auto", "auto"]);
});
