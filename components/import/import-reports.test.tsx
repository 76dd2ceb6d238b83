import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { ImportReports } from "@/components/import/import-reports";

afterEach(cleanup);

const path = "POST /projects/p/reports";

async function paste(answer: Parameters<typeof show>[1]) {
  const shown = show(<ImportReports projectId="p" />, answer);
  const fill = async (name: string | RegExp, text: string) => {
    await shown.person.click(screen.getByRole("textbox", { name }));
    await shown.person.paste(text);
  };
  await fill("Text of the report", "The bridge is shut.");
  await fill("Title", "Bridge shut");
  await fill(/Outlet/, "Courier");
  await shown.person.click(screen.getByRole("button", { name: "Import the report" }));
  return shown;
}

test("a pasted report is sent with what is known of it, and nothing else", async () => {
  const { asked } = await paste({
    [path]: () => ({ ok: true, value: { id: "r", title: "Bridge shut", original: { encoding: "utf-8" } } }),
  });
  expect(asked).toHaveBeenCalledWith("POST", "/projects/p/reports", {
    title: "Bridge shut",
    outlet: "Courier",
    text: "The bridge is shut.",
    mediaType: "text/plain",
  });
  expect(await screen.findByText("1 imported, 0 already here, 0 refused")).toBeDefined();
  expect(screen.getByRole("link", { name: "Bridge shut" }).getAttribute("href")).toBe("/reports/r");
});

test("a text that is here already leads to the report it is", async () => {
  const current = { id: "old", title: "Bridge shut, first" };
  await paste({ [path]: () => ({ ok: false, problem: { kind: "conflict", title: "", current } }) });
  expect(await screen.findByText("0 imported, 1 already here, 0 refused")).toBeDefined();
  expect(screen.getByRole("link", { name: "Bridge shut, first" }).getAttribute("href")).toBe("/reports/old");
});

test("a refusal names its field and leaves everything filled in", async () => {
  const errors = [{ field: "outlet", reason: "Too long." }];
  await paste({ [path]: () => ({ ok: false, problem: { kind: "invalid", title: "Not taken.", errors } }) });
  expect(await screen.findByText("Too long.")).toBeDefined();
  expect(screen.getByDisplayValue("The bridge is shut.")).toBeDefined();
});

test("files go in small groups, and what could not be sent is said file by file", async () => {
  let sent = 0;
  const { person } = show(<ImportReports projectId="p" />, {
    [path]: () => {
      sent += 1;
      if (sent > 1) return { ok: false, problem: { kind: "unreachable", title: "" } };
      const results = [1, 2, 3, 4].map((n) => ({
        outcome: "imported",
        name: `${n}.txt`,
        id: `r${n}`,
        title: `Report ${n}`,
        encoding: "windows-1256",
      }));
      return { ok: true, value: { results } };
    },
  });
  await person.click(screen.getByRole("tab", { name: "Upload files" }));
  const files = [1, 2, 3, 4, 5].map((n) => new File([`text ${n}`], `${n}.txt`, { type: "text/plain" }));
  await person.upload(screen.getByLabelText("Choose files", { selector: "input" }), files);
  await person.click(screen.getByRole("button", { name: "Import 5 reports" }));
  expect(await screen.findByText("4 imported, 0 already here, 1 refused")).toBeDefined();
  expect(screen.getByText("5.txt")).toBeDefined();
});
