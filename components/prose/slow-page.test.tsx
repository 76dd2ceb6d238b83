import { cleanup, screen, waitFor } from "@testing-library/react";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { InterfaceProvider } from "@/components/intl/provider";
import { ProseEditor, type WritingForm } from "@/components/prose/prose-editor";
import { commentSchema } from "@/domain/prose/schema";

afterEach(cleanup);

/** Reads the editor's commands while it is drawn, as compiled components do. */
const form: WritingForm = {
  schema: commentSchema,
  tools: () => [],
  under: (editor) => <i>{Object.keys(editor.commands).length}</i>,
};

/** Takes longer than React draws without a break: timers run before the page stands. */
function Slow() {
  for (const until = performance.now() + 12; performance.now() < until; );
  return <i>slow</i>;
}

test("an editor can be written in however long the page around it takes to stand", async () => {
  const complained = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const place = document.body.appendChild(document.createElement("div"));
  const acting = Reflect.get(globalThis, "IS_REACT_ACT_ENVIRONMENT");
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", false);
  const errors: unknown[] = [];
  const note = (error: unknown) => void errors.push(error);
  const root = createRoot(place, { onUncaughtError: note, onRecoverableError: note });
  startTransition(() =>
    root.render(
      <InterfaceProvider locale="en" timeZone="UTC">
        <ProseEditor form={form} label="Comment" placeholder="Write" words="" people={[]} onWords={() => undefined} />
        <Slow />
        <Slow />
        <Slow />
      </InterfaceProvider>,
    ),
  );
  await waitFor(() => expect(screen.getByRole("textbox").isContentEditable !== false).toBe(true));
  expect(errors).toEqual([]);
  expect(complained).not.toHaveBeenCalled();
  root.unmount();
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", acting);
});
