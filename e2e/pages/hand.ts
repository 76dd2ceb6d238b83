import type { Page } from "@playwright/test";

export type Point = { x: number; y: number };

/** A hand that is not quite steady: on its way it strays a few pixels, always the same ones, and ends where it means to. */
export class Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async drag(from: Point, to: Point, { release = true } = {}): Promise<void> {
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (const [at, stray] of [3, -8, 5, -4, 7, -3].entries()) {
      const part = (at + 1) / 7;
      await mouse.move(from.x + (to.x - from.x) * part + stray, from.y + (to.y - from.y) * part - stray);
    }
    await mouse.move(to.x, to.y);
    if (release) await mouse.up();
  }

  /** A click whose release is some pixels off. */
  async click({ x, y }: Point, off: Point = { x: 0, y: 0 }): Promise<void> {
    const { mouse } = this.#page;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + off.x / 2, y + off.y);
    await mouse.move(x + off.x, y + off.y);
    await mouse.up();
  }
}
