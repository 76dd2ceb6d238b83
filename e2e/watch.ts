import type { BrowserContext } from "@playwright/test";

/** What browsers complained about. Pages complain of nothing, unless a journey brings it about and says so. */
export class Complaints {
  readonly #heard: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** This complaint is what the journey provokes, such as a page that is not there. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  get left(): string[] {
    return this.#heard.filter((each) => !this.#allowed.some((pattern) => pattern.test(each)));
  }

  async listenTo(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
        console.error(`Content security policy: ${violatedDirective} refused ${blockedURI} of ${sourceFile}`);
      });
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.#heard.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.#heard.push(String(error.error())));
  }
}

/** The network's own complaint about an answer, in Chromium's words. */
export const answered = (...statuses: number[]) =>
  new RegExp(`Failed to load resource: the server responded with a status of (${statuses.join("|")})`);

/** What Chromium says when nobody answers. */
export const unreachable = /Failed to load resource: net::ERR_|Failed to fetch|NetworkError/;
