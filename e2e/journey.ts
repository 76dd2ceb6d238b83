import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { Who } from "@/e2e/api";
import { Office } from "@/e2e/office";
import { SignIn } from "@/e2e/pages/sign-in";
import { type Stack, startStack } from "@/e2e/stack";
import { Complaints } from "@/e2e/watch";

/** A person at a browser of their own. */
export type Desk = { readonly page: Page; readonly context: BrowserContext };

type Journey = {
  /** Browsers that complain fail the journey. */
  complaints: Complaints;
  /** Opens a browser that nobody has signed in to. */
  browse: (options?: BrowserContextOptions) => Promise<Desk>;
  /** Opens a browser where one of the demo's people is signed in, at no page yet, whether or not they had signed in before. */
  enter: (who: Who, options?: BrowserContextOptions) => Promise<Desk>;
};
type Worker = { stack: Stack; office: Office; signIns: Map<Who, Awaited<ReturnType<BrowserContext["storageState"]>>> };

export const test = base.extend<Journey, Worker>({
  stack: [
    async ({ playwright: _ }, use) => {
      const stack = await startStack();
      await use(stack);
      await stack.stop();
    },
    { scope: "worker", timeout: 600_000 },
  ],
  office: [async ({ stack }, use) => use(new Office(stack.url)), { scope: "worker" }],
  signIns: [async ({ stack: _ }, use) => use(new Map()), { scope: "worker" }],

  complaints: async ({ stack: _ }, use) => {
    const complaints = new Complaints();
    await use(complaints);
    expect(complaints.left, "browsers complained").toEqual([]);
  },
  browse: async ({ browser, stack, complaints, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: stack.url, ...options });
      contexts.push(context);
      await complaints.listenTo(context);
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
  },
  enter: async ({ browse, signIns }, use) => {
    await use(async (who, options = {}) => {
      const known = signIns.get(who);
      if (known) return browse({ ...options, storageState: known });
      const desk = await browse(options);
      await new SignIn(desk.page).enterAs(who);
      signIns.set(who, await desk.context.storageState());
      await desk.page.goto("about:blank");
      return desk;
    });
  },
});

export { expect };
