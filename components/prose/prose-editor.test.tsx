import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { useEffect, useState } from "react";
import { afterEach, expect, test } from "vitest";
import { newId } from "@/client/new-id";
import { show } from "@/components/api/shown.fixture";
import { ProseEditor } from "@/components/prose/prose-editor";
import type { UserId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";

// jsdom lays nothing out, so there is nowhere to scroll to.
Element.prototype.scrollIntoView ??= () => undefined;
afterEach(cleanup);

const userId = newId<UserId>();
const people = [{ userId, name: "Ana Lima", email: "ana@example.org" }];
type Say = (words: string | Prose) => void;

/** An editor whose words a page sets from outside, as it does with a draft and after sending. */
function Page({ start, onReady }: { start: string; onReady: (say: Say) => void }) {
  const [words, setWords] = useState<string | Prose>(start);
  useEffect(() => onReady(setWords), [onReady]);
  return (
    <ProseEditor
      label="Comment"
      placeholder="Write"
      words={words}
      people={people}
      caret={Number.POSITIVE_INFINITY}
      onWords={setWords}
      onSend={() => undefined}
    />
  );
}

function open(start: string) {
  const hands: Say[] = [];
  show(<Page start={start} onReady={(say) => void hands.push(say)} />);
  return { say: (words: string) => act(async () => hands.at(-1)?.(words)) };
}
const box = () => screen.getByRole("textbox", { name: "Comment" });
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(
    async () =>
      void box().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })),
  );
const offered = () => screen.queryByRole("listbox", { name: "People you can mention" });

test("what was sent is not taken back into the box", async () => {
  const { say } = open("Who counted?");
  await say("");
  await press("z", { ctrlKey: true });
  expect(box().textContent).toBe("");
});

test("people are offered again after they were refused once", async () => {
  const { say } = open("@an");
  await waitFor(() => expect(offered()).not.toBeNull());
  await press("Escape");
  expect(offered()).toBeNull();
  await say("");
  await say("@an");
  await waitFor(() => expect(offered()).not.toBeNull());
});

test("words that get an address are shown as chosen while it is written, and not after", async () => {
  open("Who counted?");
  const editor = box();
  await act(async () => getSelection()?.selectAllChildren(editor.querySelector("p") ?? editor));
  await press("k", { ctrlKey: true });
  expect(editor.querySelector(".chosen")?.textContent).toBe("Who counted?");
  const address = screen.getByRole("textbox", { name: "Web or mail address" });
  await act(
    async () =>
      void address.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true })),
  );
  expect(editor.querySelector(".chosen")).toBeNull();
});
