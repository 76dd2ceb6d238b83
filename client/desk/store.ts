import { byId } from "@/client/desk/by-id";
import type { DeskState } from "@/client/desk/desk";
import { draftOf } from "@/client/desk/draft";
import type { World } from "@/domain/change/world";
import type { Tag } from "@/domain/tag/tag";

type Listener = (state: DeskState, previous: DeskState) => void;

/** A copy of the things of a report to write into, and a way to show it. */
export type Writable = World & { show: (more?: Partial<DeskState>) => void };

/** What is true at a desk now, and who wants to know of it. */
export class Store {
  readonly #listeners = new Set<Listener>();
  #state: DeskState;

  constructor(first: DeskState) {
    this.#state = first;
  }

  get state(): DeskState {
    return this.#state;
  }

  set(change: Partial<DeskState>): void {
    const previous = this.#state;
    this.#state = { ...previous, ...change };
    for (const listener of this.#listeners) listener(this.#state, previous);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The annotation or relation with this id. */
  tag(id: string): Tag | undefined {
    return byId(this.#state.annotations, id) ?? byId(this.#state.relations, id);
  }

  world(): Writable {
    const annotations = draftOf(this.#state.annotations);
    const relations = draftOf(this.#state.relations);
    const entities = draftOf(this.#state.entities);
    const threads = draftOf(this.#state.threads);
    const show = (more: Partial<DeskState> = {}) =>
      this.set({
        annotations: annotations.done(),
        relations: relations.done(),
        entities: entities.done(),
        threads: threads.done(),
        ...more,
      });
    return { annotations, relations, entities, threads, show };
  }
}
