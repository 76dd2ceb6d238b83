import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Answer } from "@/client/api/answer";
import { newId } from "@/client/new-id";
import { show } from "@/components/api/shown.fixture";
import { Grades } from "@/components/entities/grades";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId, ProjectId, UserId } from "@/domain/ids";

afterEach(cleanup);
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const entity: Entity = {
  id: newId<EntityId>(),
  projectId: newId<ProjectId>(),
  name: "Local sources",
  kind: "local or field",
  aliases: [],
  version: 1,
  createdBy: newId<UserId>(),
  createdAt: "2026-11-22T10:00:00.000Z",
};

test("a grade that is sent again after a lost answer is the same operation, the next grade another one", async () => {
  const answers: Answer<unknown>[] = [
    { ok: false, problem: { kind: "unreachable", title: "" } },
    { ok: true, value: entity },
    { ok: true, value: entity },
  ];
  const opIds: unknown[] = [];
  const { person } = show(<Grades entity={entity} grades={[]} people={{}} mayGrade />, {
    [`POST /entities/${entity.id}/grades`](body) {
      const { opId } = body as { opId: unknown }; // what the form sends
      opIds.push(opId);
      return answers.shift() ?? { ok: true, value: entity };
    },
  });
  const grade = async () => {
    await person.click(screen.getByRole("radio", { name: /^Reliability B/ }));
    await person.type(screen.getByRole("textbox"), "Two confirmed.");
  };
  const send = () => person.click(screen.getByRole("button", { name: "Add grade" }));

  await grade();
  await send();
  await screen.findByRole("alert");
  await send();
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveProperty("value", ""));
  await grade();
  await send();
  await waitFor(() => expect(opIds).toHaveLength(3));
  const [first, again, next] = opIds;
  expect(first).toEqual(expect.any(String));
  expect(again).toBe(first);
  expect(next).not.toBe(first);
});
