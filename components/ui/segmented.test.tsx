import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Segmented } from "@/components/ui/segmented";

afterEach(cleanup);

function Certainty({ clearable = false, guess }: { clearable?: boolean; guess?: string }) {
  const [value, setValue] = useState<"certain" | "possible" | null>("certain");
  const [said, setSaid] = useState(0);
  return (
    <>
      <Segmented
        label="Certainty"
        value={value}
        onChange={(now) => {
          setValue(now);
          setSaid(said + 1);
        }}
        onClear={clearable ? () => setValue(null) : undefined}
        guess={guess}
        options={[
          { value: "certain", label: "certain" },
          { value: "possible", label: "possible" },
        ]}
      />
      <output>{`${value ?? "nothing"}, said ${said} times`}</output>
    </>
  );
}

const shown = () => screen.getByRole("status").textContent;
const certain = () => screen.getByRole("radio", { name: "certain" });

test("one stop of the Tab key, arrows choose", async () => {
  render(<Certainty />);
  const person = userEvent.setup();
  await person.tab();
  expect(document.activeElement).toBe(certain());
  await person.keyboard("{ArrowRight}");
  expect(shown()).toBe("possible, said 1 times");
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "possible" }));
  await person.keyboard("{ArrowRight}");
  expect(shown()).toBe("certain, said 2 times");
});

test.each([{ clearable: true }, { clearable: false }])(
  "pressing the chosen one again keeps it, clearable: $clearable",
  async ({ clearable }) => {
    render(<Certainty clearable={clearable} />);
    const person = userEvent.setup();
    await person.click(certain());
    await person.dblClick(certain());
    await person.keyboard(" ");
    expect(shown()).toBe("certain, said 0 times");
  },
);

test("pressing a guess says it", async () => {
  render(<Certainty guess="Guessed from the words" />);
  expect(certain().title).toBe("Guessed from the words");
  await userEvent.setup().click(certain());
  expect(shown()).toBe("certain, said 1 times");
});

test.each(["{Delete}", "{Backspace}"])("%s takes the choice back only where that is meant", async (key) => {
  for (const { clearable, after } of [
    { clearable: true, after: "nothing, said 0 times" },
    { clearable: false, after: "certain, said 0 times" },
  ]) {
    render(<Certainty clearable={clearable} />);
    const person = userEvent.setup();
    await person.click(certain());
    await person.keyboard(key);
    expect(shown()).toBe(after);
    cleanup();
  }
});
