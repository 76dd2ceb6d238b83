import { describe, expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { proseOf } from "@/domain/prose/plain";

const text = "Local sources in Hama said that the bridge was closed.";
const words = (quote: string) => spanOf(text, quote);

describe("a thread", () => {
  test("is shown at once, by whoever began it, with its first comment", () => {
    const desk = deskOn(text);
    const tag = desk.annotate("place", words("Hama"));
    const id = desk.discuss({ on: "tag", tagId: tag }, "Which Hama?");
    expect(desk.getState().threads.get(id)).toMatchObject({
      state: "open",
      target: { on: "tag", tagId: tag },
      comments: [{ body: "Which Hama?", by: desk.getState().me.id }],
    });
  });

  test("about words keeps where they stand and what they say", () => {
    const desk = deskOn(text);
    const id = desk.discuss({ on: "passage", spans: words("the bridge") }, "Since when?");
    const target = desk.getState().threads.get(id)?.target;
    expect(target).toMatchObject({
      on: "passage",
      anchor: { segments: [{ ...words("the bridge")[0], quote: "the bridge" }] },
    });
  });

  test("gathers replies in order and is resolved and opened again", () => {
    const desk = deskOn(text);
    const id = desk.discuss({ on: "report" }, "Ready?");
    desk.reply(id, "Almost.");
    desk.reply(id, proseOf("Now."));
    expect(
      desk
        .getState()
        .threads.get(id)
        ?.comments.map(({ body }) => body),
    ).toEqual(["Ready?", "Almost.", "Now."]);
    desk.setThreadState(id, "resolved");
    expect(desk.getState().threads.get(id)).toMatchObject({ state: "resolved", resolvedBy: desk.getState().me.id });
    desk.setThreadState(id, "open");
    expect(desk.getState().threads.get(id)).toMatchObject({ state: "open" });
    expect(desk.getState().threads.get(id)).not.toHaveProperty("resolvedBy");
  });

  test("says in other words what its author changed, and nothing else", () => {
    const desk = deskOn(text);
    const id = desk.discuss({ on: "report" }, "Redy?");
    desk.reply(id, "Yes.");
    const [first] = desk.getState().threads.get(id)?.comments ?? [];
    if (!first) throw new Error("There is no comment.");
    desk.editComment(id, first.id, "Ready?");
    const comments = desk.getState().threads.get(id)?.comments;
    expect(comments).toMatchObject([{ id: first.id, body: "Ready?" }, { body: "Yes." }]);
    expect(comments?.[0]).toHaveProperty("editedAt");
    expect(comments?.[1]).not.toHaveProperty("editedAt");
  });
});

test("a thread on one tag leaves the tag and the others as they were", () => {
  const desk = deskOn(text);
  const tag = desk.annotate("place", words("Hama"));
  const before = desk.getState().annotations;
  desk.discuss({ on: "tag", tagId: tag }, "Which?");
  expect(desk.getState().annotations.get(tag)).toBe(before.get(tag));
  expect(desk.getState().relations.size).toBe(0);
});
