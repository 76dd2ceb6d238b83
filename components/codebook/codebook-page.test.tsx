import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { CodebookPage } from "@/components/codebook/codebook-page";
import { Codebook, type VersionedCodebook } from "@/domain/codebook/codebook";
import type { CodebookUsage } from "@/domain/codebook/codebook-answers";
import type { ProjectId } from "@/domain/ids";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
afterEach(cleanup);

const project = { id: "01a22d60-0000-7000-8000-000000000001" as ProjectId, mode: "shared" as const };
const at = `/projects/${project.id}/codebook`;
const codebook: VersionedCodebook = {
  ...Codebook.parse({
    labels: [
      { slug: "weapon", name: "Weapon" },
      { slug: "unit", name: "Unit" },
    ],
  }),
  version: 3,
};
const usage: CodebookUsage = {
  kinds: [{ kind: "label:weapon", tags: 12, attributes: [] }],
  eventTypes: [],
  reportFields: [],
};
const page = (mayChange = true) => (
  <CodebookPage project={project} codebook={codebook} versions={{ items: [] }} migrations={[]} mayChange={mayChange} />
);

test("who may not change the codebook reads it", () => {
  show(page(false));
  expect(screen.getByText("Weapon")).toBeDefined();
  expect(screen.queryByRole("button", { name: /Retire|Add/ })).toBeNull();
});

test("before a label is retired, it is said how many tags have it", async () => {
  const { person, asked } = show(page(), {
    [`GET ${at}/usage`]: () => ({ ok: true, value: usage }),
    [`PUT ${at}`]: (body) => ({ ok: true, value: { ...(body as VersionedCodebook), version: 4 } }),
  });
  await person.click(screen.getByRole("button", { name: "Retire Weapon" }));
  await person.click(screen.getByRole("button", { name: "Save as version 4…" }));
  const dialog = screen.getByRole("dialog");
  expect((await within(dialog).findByText(/12 tags have it/)).textContent).toContain("keep it");
  await person.click(within(dialog).getByRole("button", { name: "Save version 4" }));
  expect(asked).toHaveBeenLastCalledWith("PUT", at, expect.objectContaining({ version: 3 }));
  expect(await screen.findByText("Version 4 of the codebook is saved")).toBeDefined();
});

test("what was typed stays when somebody else saved first, and both can be put together", async () => {
  const rival = {
    ...Codebook.parse({
      labels: [
        { slug: "weapon", name: "Weapon", colour: "teal" },
        { slug: "unit", name: "Unit" },
        { slug: "new", name: "Brand new" },
      ],
    }),
    version: 4,
  };
  const { person, asked } = show(page(), {
    [`GET ${at}/usage`]: () => ({ ok: true, value: usage }),
    [`PUT ${at}`]: (body) =>
      (body as VersionedCodebook).version === 3
        ? { ok: false, problem: { kind: "conflict", title: "Conflict", status: 409, current: rival } }
        : { ok: true, value: { ...(body as VersionedCodebook), version: 5 } },
  });
  await person.type(screen.getByRole("textbox", { name: "Add a kind of annotation" }), "Rumour{Enter}");
  await person.click(screen.getByRole("button", { name: "Save as version 4…" }));
  await person.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Save version 4" }));
  expect(await screen.findByText(/Somebody else saved version 4/)).toBeDefined();
  expect(screen.getAllByText("Rumour").length).toBeGreaterThan(0);
  await person.click(screen.getByRole("button", { name: "Put my changes on top of version 4" }));
  await person.click(screen.getByRole("button", { name: "Save as version 5…" }));
  await person.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Save version 5" }));
  expect(await screen.findByText("Version 5 of the codebook is saved")).toBeDefined();
  const [, , sent] = asked.mock.calls.findLast(([method]) => method === "PUT") ?? [];
  expect((sent as VersionedCodebook).labels.map(({ slug, colour }) => [slug, colour])).toEqual([
    ["weapon", "teal"],
    ["unit", "violet"],
    ["new", "violet"],
    ["rumour", "wine"],
  ]);
});

test("two labels with one key are pointed out before anything is sent", async () => {
  const { person } = show(page());
  for (const name of ["Weapon", "Unit"]) {
    await person.click(screen.getByText(name));
    const fields = screen.getAllByRole("combobox", { name: "Key" });
    await person.selectOptions(fields.at(-1) as HTMLElement, "7");
  }
  expect(screen.getByRole("alert").textContent).toContain("Unit: Key 7 is already “Weapon”.");
  expect(screen.getByRole("button", { name: "Save as version 4…" }).hasAttribute("disabled")).toBe(true);
});
