import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Segmented } from "@/components/ui/segmented";

afterEach(cleanup);

function Certainty({ clearable = false }: { clearable?: boolean }) {
  const [value, setValue] = useState<"certain" | "possible" | null>("certain");
  return (
    <>
      <Segmented
        label="Certainty"
        clearable={clearable}
        value={value}
        onChange={setValue}
        options={[
          { value: "certain", label: "certain" },
          { value: "possible", label: "possible" },
        ]}
      />
      <output>{value ?? "nothing"}</output>
    </>
  );
}

test("one stop of the Tab key, arrows choose", async () => {
  render(<Certainty />);
  const person = userEvent.setup();
  await person.tab();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "certain" }));
  await person.keyboard("{ArrowRight>}");
  expect(await screen.findByText("possible", { selector: "output" })).toBeDefined();
});

test("pressing the chosen one again clears it only where that is meant", async () => {
  render(<Certainty clearable />);
  await userEvent.setup().click(screen.getByRole("radio", { name: "certain" }));
  expect(screen.getByRole("status").textContent).toBe("nothing");
  cleanup();
  render(<Certainty />);
  await userEvent.setup().click(screen.getByRole("radio", { name: "certain" }));
  expect(screen.getByRole("status").textContent).toBe("certain");
});
