import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "@/client/new-id";
import { show } from "@/components/api/shown.fixture";
import { InboxPage } from "@/components/inbox/inbox-page";
import { whereIs } from "@/components/inbox/where";
import type { NotificationId, ProjectId, ReportId, TagId, ThreadId, UserId } from "@/domain/ids";
import type { Notification } from "@/domain/notification/notification";

afterEach(cleanup);

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const line = (more: Partial<Notification> = {}): Notification => ({
  id: newId<NotificationId>(),
  kind: "mentioned",
  projectId: newId<ProjectId>(),
  projectName: "North",
  reportId: newId<ReportId>(),
  reportTitle: "Night in the hills",
  count: 1,
  by: newId<UserId>(),
  byName: "Rita",
  at: "2026-11-22T10:00:00.000Z",
  ...more,
});

const page = (lines: readonly Notification[], more: Partial<Parameters<typeof InboxPage>[0]> = {}) => (
  <InboxPage
    user="me"
    lines={lines}
    next={undefined}
    unread={lines.length}
    onlyUnread={false}
    paged={false}
    {...more}
  />
);

/** What a page that begins to listen asks for first: here nothing came since. */
const still = (lines: readonly Notification[] = []) => ({
  "GET /me/notifications": () => ({ ok: true as const, value: { items: lines.slice(0, 1), unread: lines.length } }),
});

const [reportId, projectId, tagId, threadId] = [
  newId<ReportId>(),
  newId<ProjectId>(),
  newId<TagId>(),
  newId<ThreadId>(),
];
test.each([
  { about: { reportId, projectId, tagId, threadId }, place: `/reports/${reportId}?thread=${threadId}` },
  { about: { reportId, projectId, tagId }, place: `/reports/${reportId}?tag=${tagId}` },
  {
    about: { kind: "returned", reportId, projectId, tagId },
    place: `/reports/${reportId}?tag=${tagId}&review=1`,
  },
  { about: { reportId, projectId }, place: `/reports/${reportId}` },
  { about: { reportId: undefined, projectId }, place: `/projects/${projectId}` },
])("a line leads to $place", ({ about, place }) => {
  expect(whereIs({ ...line(), ...about } as Notification)).toBe(place);
});

test("a line says who did what to how many, and can be marked", async () => {
  const lines = [line({ kind: "returned", count: 3 }), line({ readAt: "2026-11-22T11:00:00.000Z" })];
  const { person, asked } = show(page(lines), {
    ...still(lines),
    [`PUT /me/notifications/${lines[0]?.id}`]: () => ({ ok: true, value: { unread: 0 } }),
  });
  const [first, second] = screen.getAllByRole("listitem");
  if (!first || !second) throw new Error("Two lines are there.");
  expect(first.textContent).toContain("Rita returned 3 tags of yours");
  expect(within(first).getByRole("img", { name: "Unread" })).toBeDefined();
  expect(within(second).queryByRole("img")).toBeNull();
  await person.click(within(first).getByRole("button", { name: "Mark as read" }));
  expect(asked).toHaveBeenCalledWith("PUT", `/me/notifications/${lines[0]?.id}`, { read: true });
  expect(refresh).toHaveBeenCalled();
});

test("a line about decisions names each tag and why, and each leads to itself", () => {
  const tags = [{ tagId, kind: "place", words: "Hama", reason: "Which Hama?" }];
  const lines = [line({ kind: "returned", count: 2, reportId, tagId, tags })];
  show(page(lines), still(lines));
  const link = screen.getByRole("link", { name: "Place Hama: Which Hama?" });
  expect(link.getAttribute("href")).toBe(`/reports/${reportId}?tag=${tagId}&review=1`);
  expect(screen.getByRole("list", { name: "Tags decided on" }).textContent).toContain("and 1 more");
});

test("all are marked up to the newest that is on the screen", async () => {
  const lines = [line({ at: "2026-11-22T12:00:00.000Z" }), line()];
  const { person, asked } = show(page(lines), {
    ...still(lines),
    "PUT /me/notifications": () => ({ ok: true, value: { unread: 0 } }),
  });
  await person.click(screen.getByRole("button", { name: "Mark all as read" }));
  expect(asked).toHaveBeenCalledWith("PUT", "/me/notifications", { read: true, until: "2026-11-22T12:00:00.000Z" });
});

test("arrow keys go from line to line", async () => {
  const lines = [line({ byName: "Ana" }), line({ byName: "Ben" })];
  const { person } = show(page(lines), still(lines));
  const [ana, ben] = ["Ana", "Ben"].map((name) => screen.getByRole("link", { name: new RegExp(name) }));
  ana?.focus();
  await person.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(ben);
  await person.keyboard("{ArrowDown}{ArrowUp}");
  expect(document.activeElement).toBe(ana);
});

test.each([
  { onlyUnread: false, says: "Nothing here yet" },
  { onlyUnread: true, says: "Nothing unread" },
])("an empty inbox says so: $says", ({ onlyUnread, says }) => {
  show(page([], { onlyUnread }), still());
  expect(screen.getByRole("heading", { name: says })).toBeDefined();
});

test.each([
  { when: "a line came", now: (shown: Notification[]) => ({ items: [line()], unread: shown.length + 1 }), again: true },
  { when: "one was read and one came", now: () => ({ items: [line()], unread: 1 }), again: true },
  { when: "nothing came", now: (shown: Notification[]) => ({ items: shown, unread: shown.length }), again: false },
])("between the making of the page and its listening, $when", async ({ now, again }) => {
  const lines = [line()];
  refresh.mockClear();
  const { asked } = show(page(lines), { "GET /me/notifications": () => ({ ok: true, value: now(lines) }) });
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith("GET", "/me/notifications?limit=1", undefined));
  if (again) await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
  else expect(refresh).not.toHaveBeenCalled();
});
