import { expect, test } from "vitest";
import { deskOn, reportOf, spanOf, startOn } from "@/client/desk/desk.fixture";
import { stateAt } from "@/client/desk/start";
import { Store } from "@/client/desk/store";

const text = "The bridge was closed on Tuesday.";
const storeOf = () => new Store(stateAt(startOn(reportOf(text))));

/** A tag as a desk makes it. */
function aTag() {
  const desk = deskOn(text);
  desk.annotate("claim", spanOf(text, "closed"));
  const [tag] = desk.getState().annotations.values();
  if (!tag) throw new Error("Nothing was tagged.");
  return tag;
}

test("whoever subscribes hears what is and what was, until they stop", () => {
  const store = storeOf();
  const heard: (readonly [string | undefined, string | undefined])[] = [];
  const tag = aTag();
  const stop = store.subscribe((state, previous) =>
    heard.push([state.selected ?? undefined, previous.selected ?? undefined]),
  );
  store.set({ selected: tag.id });
  stop();
  store.set({ selected: null });
  expect(heard).toEqual([[tag.id, undefined]]);
});

test("a change leaves everything else the very same", () => {
  const store = storeOf();
  const { annotations, project } = store.state;
  store.set({ hovered: aTag().id });
  expect(store.state.annotations).toBe(annotations);
  expect(store.state.project).toBe(project);
});

test("what is written into a world is shown when it is said to be, at once", () => {
  const store = storeOf();
  const tag = aTag();
  const sizes: number[] = [];
  store.subscribe((state) => sizes.push(state.annotations.size));
  const world = store.world();
  world.annotations.set(tag.id, tag);
  expect(store.tag(tag.id)).toBeUndefined();
  world.show({ selected: tag.id });
  expect(store.tag(tag.id)).toBe(tag);
  expect(store.state.selected).toBe(tag.id);
  expect(sizes).toEqual([1]);
});

test("maps that a world did not write to stay the same for those who compare them", () => {
  const store = storeOf();
  const { relations, entities, threads } = store.state;
  const world = store.world();
  const tag = aTag();
  world.annotations.set(tag.id, tag);
  world.show();
  expect(store.state).toMatchObject({ relations, entities, threads });
  expect(store.state.relations).toBe(relations);
  expect(store.state.threads).toBe(threads);
});
