import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { show } from "@/components/api/shown.fixture";
import { ImportReports } from "@/components/import/import-reports";

const asText = { extractor: "text 1", warnings: [], found: [] };

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(() => {
  cleanup();
  push.mockClear();
});

const path = "POST /projects/p/reports";

async function paste(answer: Parameters<typeof show>[1]) {
  const shown = show(<ImportReports projectId="p" />, answer);
  const fill = async (name: string | RegExp, text: string) => {
    await shown.person.click(screen.getByRole("textbox", { name }));
    await shown.person.paste(text);
  };
  await fill("Report text", "The bridge is shut.");
  await shown.person.clear(screen.getByRole("textbox", { name: "Title" }));
  await fill("Title", "Bridge shut");
  await fill(/Outlet/, "Courier");
  await shown.person.click(screen.getByRole("button", { name: "Import report" }));
  return shown;
}

test("a pasted report is sent with what is known of it, and nothing else", async () => {
  const { asked } = await paste({
    [path]: () => ({
      ok: true,
      value: { id: "r", title: "Bridge shut", original: { encoding: "utf-8" }, extraction: asText },
    }),
  });
  expect(asked).toHaveBeenCalledWith("POST", "/projects/p/reports", {
    title: "Bridge shut",
    outlet: "Courier",
    text: "The bridge is shut.",
    mediaType: "text/plain",
  });
  expect(await screen.findByText("1 imported, 0 duplicates, 0 not imported")).toBeDefined();
  expect(screen.getByRole("link", { name: "Bridge shut" }).getAttribute("href")).toBe("/reports/r");
  expect(push).toHaveBeenCalledExactlyOnceWith("/reports/r");
});

test("the title is taken from the first line until one is written", async () => {
  const { person } = show(<ImportReports projectId="p" />, {});
  const text = screen.getByRole("textbox", { name: "Report text" });
  const title = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Title" });
  await person.click(text);
  await person.paste("\n  Water rises at Kosti\n\nThe river rose.");
  expect(title().value).toBe("Water rises at Kosti");
  await person.clear(text);
  expect(title().value).toBe("");
  await person.click(text);
  await person.paste("Ferry stopped");
  await person.type(title(), " on Friday");
  await person.click(text);
  await person.paste(". More words");
  expect(title().value).toBe("Ferry stopped on Friday");
});

test("a text that is here already leads to the report it is", async () => {
  const current = { id: "old", title: "Bridge shut, first" };
  await paste({ [path]: () => ({ ok: false, problem: { kind: "conflict", title: "", current } }) });
  expect(await screen.findByText("0 imported, 1 duplicate, 0 not imported")).toBeDefined();
  expect(screen.getByRole("link", { name: "Bridge shut, first" }).getAttribute("href")).toBe("/reports/old");
  expect(push).not.toHaveBeenCalled();
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
        encoding: { label: "windows-1256", certain: false, alternatives: [] },
        language: { tag: "ar", guessed: true },
        document: asText,
      }));
      return { ok: true, value: { results } };
    },
  });
  await person.click(screen.getByRole("tab", { name: "Upload files" }));
  const files = [1, 2, 3, 4, 5].map((n) => new File([`text ${n}`], `${n}.txt`, { type: "text/plain" }));
  await person.upload(screen.getByLabelText("Choose files", { selector: "input" }), files);
  await person.click(screen.getByRole("button", { name: "Import 5 reports" }));
  expect(await screen.findByText("4 imported, 0 duplicates, 1 not imported")).toBeDefined();
  expect(screen.getByText("5.txt")).toBeDefined();
  expect(push).not.toHaveBeenCalled();
});

describe("a file whose encoding is a guess", () => {
  const guess = {
    outcome: "unsure",
    name: "vijest.txt",
    encoding: {
      label: "windows-1250",
      certain: false,
      line: 3,
      byte: 40,
      passage: "Ministar Kovačević",
      alternatives: [{ label: "windows-1252", passage: "Ministar Kovaèeviæ" }],
    },
  };
  const kept = (encoding: string) => ({
    outcome: "imported",
    name: "vijest.txt",
    id: "r",
    title: "Vijest",
    encoding: { label: encoding, certain: true, alternatives: [] },
    language: { tag: "hr", guessed: true },
    document: asText,
  });
  const file = new File(["x"], "vijest.txt", { type: "text/plain" });

  async function sent(first: unknown) {
    const shown = show(<ImportReports projectId="p" />, {
      [path]: (body) => {
        const form = body instanceof FormData ? body : new FormData();
        const encoding = form.get("encoding");
        return { ok: true, value: { results: [encoding === null ? first : kept(String(encoding))] } };
      },
    });
    await shown.person.click(screen.getByRole("tab", { name: "Upload files" }));
    await shown.person.upload(screen.getByLabelText("Choose files", { selector: "input" }), [file]);
    await shown.person.click(screen.getByRole("button", { name: "Import report" }));
    return shown;
  }

  test("is shown as each encoding reads it before it is kept, the guess chosen", async () => {
    const { person } = await sent(guess);
    expect(
      await screen.findByRole("radiogroup", { name: "vijest.txt, line 3: choose the preview that reads correctly" }),
    ).toBeDefined();
    expect(screen.getByRole("radio", { checked: true, name: /Ministar Kovačević/ })).toBeDefined();
    expect(screen.getByRole("radio", { name: /Ministar Kovaèeviæ.*Western European \(windows-1252\)/ })).toBeDefined();
    expect(screen.queryByText("Imported")).toBeNull();
    await person.click(screen.getByRole("button", { name: "Import this file" }));
    expect(await screen.findByText(/read as Central European \(windows-1250\)/)).toBeDefined();
    expect(screen.queryByRole("radiogroup")).toBeNull();
    expect(push).toHaveBeenCalledExactlyOnceWith("/reports/r");
  });

  test("is imported in another encoding, by name", async () => {
    const { person } = await sent(guess);
    await person.click(await screen.findByRole("radio", { name: "Another encoding" }));
    await person.selectOptions(screen.getByRole("combobox", { name: "Encoding of vijest.txt" }), "cp852");
    await person.click(screen.getByRole("button", { name: "Import this file" }));
    expect(await screen.findByText(/read as Central European, DOS \(cp852\)/)).toBeDefined();
  });

  test("can be left out", async () => {
    const { person, asked } = await sent(guess);
    await person.click(await screen.findByRole("radio", { name: "Skip this file" }));
    await person.click(screen.getByRole("button", { name: "Skip all of them" }));
    expect(await screen.findByText("Skipped: no encoding was chosen.")).toBeDefined();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("that is damaged says where, and offers encodings without choosing one", async () => {
    const reason = "Line 2, byte 34 of the file is not UTF-8.";
    const encodings = [{ label: "windows-1252", passage: "aus é KÃ¶ln" }];
    await sent({ outcome: "refused", name: "vijest.txt", reason, line: 2, encodings });
    expect(await screen.findByText(reason)).toBeDefined();
    expect(screen.getByRole("radio", { checked: true, name: "Skip this file" })).toBeDefined();
  });
});

test("text with formatting is sent as the page it was copied from, until somebody writes in it", async () => {
  const { person, asked } = show(<ImportReports projectId="p" />, {
    [path]: () => ({ ok: true, value: { results: [] } }),
  });
  const box = screen.getByRole("textbox", { name: "Report text" });
  const data = {
    getData: (type: string) => (type === "text/html" ? "<h1>Bridge shut</h1><p>It is.</p>" : "Bridge shut"),
  };
  fireEvent.paste(box, { clipboardData: data });
  fireEvent.change(box, { target: { value: "Bridge shut" } });
  expect(screen.getByRole("checkbox", { name: /Keep headings/ })).toBeDefined();
  await person.click(screen.getByRole("button", { name: "Import report" }));
  const [, , body] = asked.mock.calls.at(-1) ?? [];
  const file = body instanceof FormData ? body.get("files") : undefined;
  expect(file instanceof File && file.name).toBe("pasted.html");
});

test("report fields of the project are checked beside themselves, and sent as their types have them", async () => {
  const plain = { definition: "", choices: [], retired: false };
  const fields = [
    { ...plain, slug: "case", name: "Case", type: "text" as const },
    { ...plain, slug: "dead", name: "Dead", type: "number" as const },
    {
      ...plain,
      slug: "rank",
      name: "Rank",
      type: "choice" as const,
      choices: [{ slug: "high", name: "High", definition: "", retired: false }],
    },
  ];
  const { asked, person } = show(<ImportReports projectId="p" fields={fields} />, {
    [path]: () => ({
      ok: true,
      value: { id: "r", title: "Bridge", original: { encoding: "utf-8" }, extraction: asText },
    }),
  });
  await person.click(screen.getByRole("textbox", { name: "Report text" }));
  await person.paste("Bridge");
  fireEvent.change(screen.getByRole("textbox", { name: /^Case/ }), { target: { value: "x".repeat(501) } });
  await person.type(screen.getByRole("spinbutton", { name: /^Dead/ }), "7");
  await person.selectOptions(screen.getByRole("combobox", { name: /^Rank/ }), "High");
  await person.click(screen.getByRole("button", { name: "Import report" }));
  expect(screen.getByText("At most 500 characters.")).toBeDefined();
  expect(asked).not.toHaveBeenCalled();
  fireEvent.change(screen.getByRole("textbox", { name: /^Case/ }), { target: { value: "HR-1" } });
  await person.click(screen.getByRole("button", { name: "Import report" }));
  expect(asked).toHaveBeenCalledWith("POST", "/projects/p/reports", {
    fields: { case: "HR-1", dead: 7, rank: "high" },
    title: "Bridge",
    text: "Bridge",
    mediaType: "text/plain",
  });
});
