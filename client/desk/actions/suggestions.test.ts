import { expect, test } from "vitest";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import type { Suggestion } from "@/domain/suggestion/suggestion";

const text = "Local sources in Hama said that the bridge was closed.";
const words = (quote: string) => spanOf(text, quote);

const suggested = (key: string, kind: string, quote: string, more: object = {}): Suggestion =>
  ({ key, kind, engine: "rules", version: 1, spans: words(quote), attributes: {}, links: [], ...more }) as never;

const source = suggested("s", "source", "Local sources");
const link = { kind: "attributed-to", to: "s", attributes: { how: "explicit" } };
const claim = suggested("c", "claim", "the bridge was closed", {
  attributes: { certainty: "certain", guessed: ["certainty"] },
  links: [link],
});

test("what is accepted says which engine proposed it, is seen, and is one step to undo", () => {
  const desk = deskOn(text);
  const [first, second] = desk.takeSuggestions([source, claim], () => undefined);
  const { annotations, relations } = desk.getState();
  expect([...annotations.values()]).toMatchObject([
    { id: first, kind: "source", origin: "engine:rules", state: "open", segments: [{ quote: "Local sources" }] },
    { id: second, kind: "claim", origin: "engine:rules", attributes: { certainty: "certain" } },
  ]);
  expect(second && annotations.get(second)?.attributes).not.toHaveProperty("guessed");
  expect([...relations.values()]).toMatchObject([{ ...link, from: second, to: first, origin: "engine:rules" }]);
  desk.undo();
  expect([...annotations.keys()].map((id) => desk.getState().annotations.get(id)?.state ?? "withdrawn")).toEqual([
    "withdrawn",
    "withdrawn",
  ]);
});

test("a link leads to what was accepted before, and is left out where that was not", () => {
  const desk = deskOn(text);
  const [known] = desk.takeSuggestions([source], () => undefined);
  desk.takeSuggestions([claim], (key) => (key === "s" ? known : undefined));
  expect([...desk.getState().relations.values()]).toMatchObject([{ kind: "attributed-to", to: known }]);

  const without = deskOn(text);
  without.takeSuggestions([claim], () => undefined);
  expect(without.getState().relations.size).toBe(0);
});

test("a claim that depends on another is linked to it once that is a tag", () => {
  const desk = deskOn(text);
  const depends = { kind: "depends-on", to: "cause", attributes: {} };
  const hanging = { ...claim, links: [depends] } as never;
  const [cause] = desk.takeSuggestions([suggested("cause", "claim", "Local sources in Hama")], () => undefined);
  const [taken] = desk.takeSuggestions([hanging], (key) => (key === "cause" ? cause : undefined));
  expect([...desk.getState().relations.values()]).toMatchObject([{ kind: "depends-on", from: taken, to: cause }]);
});

test("a link to the article needs no other end", () => {
  const desk = deskOn(text);
  const said = { kind: "attributed-to", toArticle: true, attributes: { how: "none" } };
  desk.takeSuggestions([{ ...claim, links: [said] } as never], () => undefined);
  expect([...desk.getState().relations.values()]).toMatchObject([{ kind: "attributed-to", toArticle: true }]);
});
