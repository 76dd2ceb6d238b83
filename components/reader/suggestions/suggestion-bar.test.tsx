import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Desk } from "@/client/desk/desk";
import { deskOn, spanOf } from "@/client/desk/desk.fixture";
import { newId } from "@/client/new-id";
import { DeskProvider } from "@/components/annotate/use-desk";
import { InterfaceProvider } from "@/components/intl/provider";
import { SuggestionBar } from "@/components/reader/suggestions/suggestion-bar";
import { type LiveText, TextContext } from "@/components/reader/text/text-context";
import { Toasts } from "@/components/ui/toast";
import type { SuggestionId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";

const text = "Local sources said the army reached Hama. Hama fell.";
const painted = new Map<string, number>();
const view = {
  element: document.createElement("div"),
  paint: (name: string, spans: readonly unknown[]) => void painted.set(name, spans.length),
  rectsOf: () => [],
  sections: () => [],
} as unknown as LiveText["view"]; // of the text only what the bar paints with is met here
const sent: [string, unknown][] = [];

function suggestion(key: string, kind: Suggestion["kind"], words: string, more: Partial<Suggestion> = {}): Suggestion {
  const spans = spanOf(text, words).map((span) => ({ ...span, quote: words }));
  return {
    ...{
      id: newId<SuggestionId>(),
      engine: "words",
      version: 1,
      key,
      kind,
      revisionId: newId<Suggestion["revisionId"]>(),
    },
    ...{ spans, attributes: {}, links: [], score: 1, reason: { rule: "before-verb", words: "said" } },
    ...more,
  };
}
const second = text.lastIndexOf("Hama");
const items: Suggestion[] = [
  suggestion("source", "source", "Local sources"),
  suggestion("claim", "claim", "the army reached Hama", {
    attributes: { kind: "event", certainty: "probable", guessed: ["kind"] },
    links: [
      { kind: "attributed-to", to: "source", cue: { start: 14, end: 18 }, attributes: { how: "explicit" } },
      { kind: "located-at", to: "place", attributes: { role: "at" } },
    ],
  }),
  suggestion("place", "place", "Hama", { attributes: { featureType: "province" } }),
  suggestion("again", "place", "Hama", { spans: [{ start: second, end: second + 4, quote: "Hama" }] }),
  suggestion("third", "place", "Hama", { spans: [{ start: second, end: second + 4, quote: "Hama" }] }),
];

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterEach(cleanup);

function show(answers: Suggestion[] = items): Desk {
  sent.length = 0;
  const ask = (async (method: string, path: string, body?: unknown) => {
    sent.push([`${method} ${path.replace(/^.*\//, "")}`, body]);
    return {
      ok: true,
      status: 200,
      value: {
        items: answers,
        acceptance: [{ engine: "words", rule: "said", accepted: 41, rejected: 11, state: "on" }],
      },
    };
  }) as unknown as Desk["ask"]; // whatever is asked for here is suggestions
  const desk: Desk = { ...deskOn(text), ask };
  render(
    <InterfaceProvider locale="en" timeZone="UTC">
      <Toasts>
        <DeskProvider desk={desk}>
          <TextContext value={{ view, words: {} as LiveText["words"] }}>
            <SuggestionBar onClose={() => undefined} />
          </TextContext>
        </DeskProvider>
      </Toasts>
    </InterfaceProvider>,
  );
  return desk;
}
const tags = (desk: Desk) => [...desk.getState().annotations.values()].filter(({ state }) => state !== "withdrawn");

/** Facts in a row stand in elements of their own. */
const facts = (words: string) => (_: string, element: Element | null) =>
  element?.classList.contains("text-ink-2") === true && element.textContent === words;

test("a claim is one sentence, and one key accepts it with its source, place and links; undo takes all of it back", async () => {
  const desk = show();
  expect(await screen.findByText(/According to Local sources:/)).toBeDefined();
  expect(screen.getByText(facts("event · probable · at Hama"))).toBeDefined();
  await waitFor(() => expect(painted.get("proposed")).toBeGreaterThan(1));
  expect(tags(desk)).toEqual([]);
  await userEvent.keyboard("{Enter}");
  expect(
    tags(desk)
      .map(({ kind, origin }) => `${kind} ${origin}`)
      .sort(),
  ).toEqual(["claim engine:words", "place engine:words", "source engine:words"]);
  const claim = tags(desk).find(({ kind }) => kind === "claim");
  expect(claim?.attributes).toEqual({ kind: "event", certainty: "probable" });
  const links = [...desk.getState().relations.values()];
  expect(links.map(({ kind, from, origin }) => [kind, from, origin])).toEqual([
    ["attributed-to", claim?.id, "engine:words"],
    ["located-at", claim?.id, "engine:words"],
  ]);
  desk.undo();
  expect(tags(desk)).toEqual([]);
});

test("whom a source stands for is shown with it as soon as the project knows, and accepted with it", async () => {
  const desk = show();
  await screen.findByText(/According to Local sources:/);
  expect(screen.queryByText(/speaker:/)).toBeNull();
  const entityId = desk.makeEntity({ name: "local sources", kind: "local or field", aliases: [] });
  expect(await screen.findByText(facts("event · probable · speaker: local sources · at Hama"))).toBeDefined();
  await userEvent.keyboard("{Enter}");
  expect(tags(desk).find(({ kind }) => kind === "source")?.attributes).toEqual({ entityId });
});

test("Tab walks, x rejects for good, and A takes all of the same words", async () => {
  const desk = show();
  await screen.findByText(/According to Local sources:/);
  expect(screen.getByText("1 of 3")).toBeDefined();
  await userEvent.keyboard("x");
  expect(sent.at(-1)).toEqual(["PATCH suggestions", { reject: [items[1]?.id] }]);
  expect(screen.queryByText(/According to Local sources:/)).toBeNull();
  await userEvent.keyboard("{Tab}");
  expect(screen.getByRole("button", { name: /Accept all 3 alike/ })).toBeDefined();
  await userEvent.keyboard("A");
  expect(tags(desk).every(({ kind }) => kind === "place")).toBe(true);
});

test("what is tagged already is not suggested, and nothing is said to be nothing", async () => {
  const desk = show([suggestion("place", "place", "Hama")]);
  await screen.findByText("1 of 1");
  desk.annotate("place", spanOf(text, "Hama"));
  expect(await screen.findByText(/nothing to suggest/)).toBeDefined();
});
