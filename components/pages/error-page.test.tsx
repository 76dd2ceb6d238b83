import "fake-indexeddb/auto";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { openRows } from "@/client/outbox/rows";
import { InterfaceFrame } from "@/components/intl/frame";
import { countWaiting, type Reason, reasons } from "@/components/pages/away";
import { ErrorPage } from "@/components/pages/error-page";

afterEach(cleanup);

/** A browser whose server answers so, one look after the other, and stays at the last. */
function aDevice(answers: (Reason | undefined)[], waiting = 0) {
  const log = { reloads: 0, again: 0 };
  const device = {
    whyAway: async () => (answers.length > 1 ? answers.shift() : answers[0]),
    countWaiting: async () => waiting,
    reload: () => {
      log.reloads += 1;
    },
  };
  render(
    <InterfaceFrame locale="en" timeZone="UTC">
      <ErrorPage digest="1234" device={device} onAgain={() => (log.again += 1)} />
    </InterfaceFrame>,
  );
  return log;
}

test.each(reasons)("a page that can't be shown because of “%s” says so, and what waits here", async (reason) => {
  aDevice([reason], 2);
  expect(await screen.findByText("2 changes are waiting on this device and are safe here.")).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/server|database/i);
  expect(document.title).toBe(screen.getByRole("heading", { level: 1 }).textContent);
  expect(screen.queryByText("Something went wrong on this page")).toBeNull();
});

test("it looks again when the network is back, and loads the page once the server is ready", async () => {
  const log = aDevice(["unavailable", undefined]);
  expect(await screen.findByRole("heading", { name: "Can’t reach the database" })).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("No changes are waiting on this device.");
  expect(log.reloads).toBe(0);
  dispatchEvent(new Event("online"));
  await expect.poll(() => log.reloads).toBe(1);
});

test("a page that broke while the server is well says so, and can be tried again", async () => {
  const log = aDevice([undefined]);
  expect(await screen.findByRole("heading", { name: "Something went wrong on this page" })).toBeTruthy();
  expect(screen.getByText(/1234/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(log).toEqual({ reloads: 0, again: 1 });
});

test("what the outbox holds is counted where there is one, and none is made where there is none", async () => {
  expect(await countWaiting()).toBe(0);
  expect(await indexedDB.databases()).toEqual([]);
  await openRows();
  expect(await countWaiting()).toBe(0);
});
