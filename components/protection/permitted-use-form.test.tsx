import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "@/client/new-id";
import { show } from "@/components/api/shown.fixture";
import { PermittedUseForm } from "@/components/protection/permitted-use-form";
import { ProtectionPage } from "@/components/protection/protection-page";
import type { EntityId, PermittedUseId, ProjectId, UserId } from "@/domain/ids";
import type { ProtectedThing } from "@/domain/protection/permitted-use";

afterEach(cleanup);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const projectId = newId<ProjectId>();
const entityId = newId<EntityId>();
const at = "2026-11-22T10:00:00.000Z";
const means = { named: "Leaves.", described: "A pseudonym leaves.", withheld: "Nothing leaves." };

const thing: ProtectedThing = {
  id: newId<PermittedUseId>(),
  projectId,
  thing: { on: "entity", entityId },
  name: "Layla Haddad",
  use: "described",
  circumstances: [],
  reason: "At risk.",
  version: 2,
  pseudonym: "Person 7K3QZM",
  by: newId<UserId>(),
  at,
  history: [],
};

test("noting a minor proposes “not at all”, and what is chosen then is sent with its reason, consent and the version seen", async () => {
  const sent: unknown[] = [];
  const done = vi.fn();
  const { person } = show(
    <PermittedUseForm
      projectId={projectId}
      thing={{ on: "entity", entityId }}
      now={thing}
      means={means}
      onDone={done}
    />,
    {
      [`PUT /projects/${projectId}/protection`](body) {
        sent.push(body);
        return { ok: true, value: thing };
      },
    },
  );
  expect(screen.getByRole("radio", { name: /^only described/ })).toHaveProperty("ariaChecked", "true");
  await person.click(screen.getByRole("checkbox", { name: "a minor" }));
  expect(screen.getByRole("radio", { name: /^not at all/ })).toHaveProperty("ariaChecked", "true");
  await person.selectOptions(screen.getByRole("combobox", { name: "How it was given" }), "guardian");
  await person.type(screen.getByLabelText(/^Given on/), "2026-01-02");
  await person.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent).toEqual([
    {
      thing: { on: "entity", entityId },
      use: "withheld",
      circumstances: ["minor"],
      reason: "At risk.",
      consent: { basis: "guardian", given: "2026-01-02" },
      version: 2,
      opId: expect.any(String),
    },
  ]);
});

test("the page says what is protected, asks about names, and lists earlier exports when somebody looks", async () => {
  const { person } = show(
    <ProtectionPage
      projectId={projectId}
      things={[thing]}
      next={undefined}
      paged={false}
      names={[{ name: "Hope", of: [entityId] }]}
      settings={{ coarsenTo: "district", widenTo: "as they are", pseudonymousAnalysts: false }}
      may={{ change: true, disclosures: true }}
    />,
    {
      [`GET /permitted-uses/${thing.id}/disclosures`]: () => ({
        ok: true,
        value: { items: [{ at, format: "jsonl", byName: "Edith" }], more: false },
      }),
      [`PUT /projects/${projectId}/protection/names`]: () => ({ ok: true, value: { items: [] } }),
    },
  );
  expect(screen.getByRole("row", { name: /Layla Haddad/ }).textContent).toContain("leaves as “Person 7K3QZM”");
  expect(screen.getByRole("region", { name: "Names to decide on" }).textContent).toContain("Hope");
  await person.click(screen.getByRole("button", { name: "Earlier exports" }));
  expect((await screen.findByRole("dialog")).textContent).toContain("told more of “Layla Haddad”");
  expect((await screen.findByText("jsonl")).closest("li")?.textContent).toContain("Edith");
});
