import { cleanup, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { newId } from "@/client/new-id";
import { DeskProvider } from "@/components/annotate/use-desk";
import { show } from "@/components/api/shown.fixture";
import { CommentBox } from "@/components/reader/threads/comment-box";
import type { UserId } from "@/domain/ids";

afterEach(cleanup);

const people = [
  { id: newId<UserId>(), name: "Ana Lima", email: "lima@example.org" },
  { id: newId<UserId>(), name: "Anna Berg", email: "berg@example.org" },
  { id: newId<UserId>(), name: "Me Myself", email: "me@example.org" },
];
// What the box reads of a desk, and nothing else of it.
const state = { people: new Map(people.map((each) => [each.id, each])), me: { id: people[2]?.id } };
const desk = { getState: () => state, subscribe: () => () => undefined } as never as Desk;

function Box({ onSend }: { onSend: () => void }) {
  const [text, setText] = useState("");
  return <CommentBox label="Comment" placeholder="" text={text} autoFocus onText={setText} onSend={onSend} />;
}

function open() {
  const onSend = vi.fn();
  const { person } = show(
    <DeskProvider desk={desk}>
      <Box onSend={onSend} />
    </DeskProvider>,
  );
  const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Comment" });
  const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);
  return { person, box, offered, onSend };
}

test("@ offers colleagues; arrows choose, Enter takes", async () => {
  const { person, box, offered, onSend } = open();
  await person.type(box, "Ask @an");
  expect(offered()).toEqual(["ALAna Limalima@example.org", "ABAnna Bergberg@example.org"]);
  await person.keyboard("{ArrowDown}{Enter}");
  expect(box.value).toBe("Ask @Anna Berg ");
  expect(offered()).toEqual([]);
  expect(onSend).not.toHaveBeenCalled();
  await person.keyboard("{Control>}{Enter}{/Control}");
  expect(onSend).toHaveBeenCalledOnce();
});

test("Escape goes on without, and nobody is offered to themselves", async () => {
  const { person, box, offered } = open();
  await person.type(box, "@Ana{Escape}");
  expect(offered()).toEqual([]);
  await person.type(box, " @Me");
  expect(offered()).toEqual([]);
});
