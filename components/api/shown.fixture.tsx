import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { vi } from "vitest";
import type { Answer } from "@/client/api/answer";
import { askOf } from "@/client/api/ask.fixture";
import { AskProvider } from "@/components/api/ask";
import { InterfaceProvider } from "@/components/intl/provider";
import { Toasts } from "@/components/ui/toast";

/** What a component asked, and the answers it gets: by method and the path up to its query. */
type Answers = Record<string, (body: unknown) => Answer<unknown>>;

// jsdom lays nothing out, so there is no size to observe.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** Shows a component as a page does, with answers of the test's own; gives the person at the keyboard. */
export function show(children: ReactNode, answers: Answers = {}) {
  const asked = vi.fn<(method: string, path: string, body: unknown) => void>();
  const ask = askOf(async (method, path, body) => {
    asked(method, path, body);
    const answer = answers[`${method} ${path.split("?")[0]}`];
    if (!answer) throw new Error(`Nobody expected ${method} ${path}.`);
    return answer(body);
  });
  render(
    <InterfaceProvider locale="en" timeZone="UTC">
      <Toasts>
        <AskProvider ask={ask}>{children}</AskProvider>
      </Toasts>
    </InterfaceProvider>,
  );
  return { person: userEvent.setup(), asked };
}
