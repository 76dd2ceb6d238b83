import { cleanup, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import type { ProseBox } from "@/components/prose/prose-box";
import { plainOf } from "@/domain/prose/plain";
import type { Prose } from "@/domain/prose/prose";

const connection = { up: true };
vi.mock("@/components/prose/prose-editor", async (original) => {
  if (!connection.up) throw new Error("There is no connection.");
  return await original();
});

beforeEach(() => {
  vi.resetModules();
});
afterEach(cleanup);

type Kept = { words: string | Prose };

/** Keeps what is written, as a page would. */
function Keeper({
  of: Box,
  kept,
  onSend,
}: {
  of: typeof ProseBox;
  kept: Kept;
  onSend: (words: Kept["words"]) => void;
}) {
  const [words, setWords] = useState(kept.words);
  const keep = (now: Kept["words"]) => {
    kept.words = now;
    setWords(now);
  };
  return (
    <Box label="Comment" placeholder="Write" words={words} people={[]} onWords={keep} onSend={() => onSend(words)} />
  );
}

async function open(start: Kept["words"] = "") {
  // Each time as on a page on which nobody has written yet.
  const { ProseBox: Box } = await import("@/components/prose/prose-box");
  const onSend = vi.fn();
  const kept = { words: start };
  const { person } = show(<Keeper of={Box} kept={kept} onSend={onSend} />);
  return { person, onSend, plain: () => (typeof kept.words === "string" ? kept.words : plainOf(kept.words)) };
}
const box = () => screen.getByRole("textbox", { name: "Comment" });

test("without a connection plain words are written and sent as ever", async () => {
  connection.up = false;
  const { person, onSend } = await open();
  await person.click(box());
  await person.keyboard("Who counted?{Enter}When?{Control>}{Enter}{/Control}");
  expect(box().tagName).toBe("TEXTAREA");
  expect(onSend).toHaveBeenLastCalledWith("Who counted?\nWhen?");
});

test("the editor comes when somebody goes in, and goes on with what was written", async () => {
  connection.up = true;
  const { person, plain } = await open("Who counted?\nWhen?");
  expect(box().tagName).toBe("TEXTAREA");
  await person.click(box());
  await waitFor(() => expect(box().getAttribute("contenteditable")).toBe("true"));
  expect([...box().querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual(["Who counted?", "When?"]);
  expect(document.activeElement).toBe(box());
  expect(plain()).toBe("Who counted?\nWhen?");
  expect(screen.getByRole("toolbar", { name: "Formatting" })).toBeDefined();
});

test("Escape is for what is around", async () => {
  connection.up = true;
  const { person } = await open("Who?");
  await person.click(box());
  await waitFor(() => expect(box().getAttribute("contenteditable")).toBe("true"));
  const pressed = new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true, cancelable: true });
  box().dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(false);
});

test("a draft with formatting waits for the editor, and loses nothing meanwhile", async () => {
  connection.up = true;
  const draft: Prose = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "Who?", marks: [{ type: "bold" }] }] }],
  };
  const { plain } = await open(draft);
  expect(box().hasAttribute("readonly")).toBe(true);
  await waitFor(() => expect(box().querySelector("strong")?.textContent).toBe("Who?"));
  expect(plain()).toBe("Who?");
});
