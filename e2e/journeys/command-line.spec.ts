import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProjectId } from "@/domain/ids";
import { got } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import { Tokens } from "@/e2e/pages/tokens";
import { root } from "@/scripts/root.mjs";

test("an editor makes a token, signs in at the command line, brings a folder in and takes an export out", async ({
  enter,
  office,
  stack,
}) => {
  const api = await office.as("Editor");
  const slug = `line-${crypto.randomUUID().slice(0, 8)}`;
  await got(api.post<{ id: ProjectId }>("/api/v1/projects", { name: slug, slug }));
  const { page } = await enter("Editor");
  const tokens = new Tokens(page);
  await tokens.open();
  const token = await tokens.make(`Command line ${slug}`, ["Tag and comment", "Export"]);

  const folder = await mkdtemp(join(tmpdir(), "glossator-journey-"));
  const glossator = (words: readonly string[], stdin = "") =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const { GLOSSATOR_URL: _url, GLOSSATOR_TOKEN: _token, INIT_CWD: _cwd, ...rest } = process.env;
      const env = { ...rest, GLOSSATOR_CONFIG: join(folder, "settings") };
      const script = join(root, "scripts", "glossator.mjs");
      const child = execFile(process.execPath, [script, ...words], { cwd: folder, env }, (error, out, err) =>
        resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
      );
      child.stdin?.end(stdin);
    });
  try {
    const login = await glossator(["login", "--url", stack.url], token);
    expect(login.code, login.err).toBe(0);
    expect(login.out + login.err).not.toContain(token);
    expect((await stat(join(folder, "settings", "account.json"))).mode & 0o777).toBe(0o600);

    await mkdir(join(folder, "reports"));
    await writeFile(join(folder, "reports", "one.txt"), `The bridge at Qus is closed, a captain said. ${slug}`);
    await writeFile(join(folder, "reports", "two.txt"), `A ferry crossed the river at dawn. ${slug}`);
    const first = await glossator(["import", "reports", "-p", slug]);
    expect(first, first.err).toMatchObject({ code: 0, out: "2 reports imported, 0 there already, 0 refused.\n" });
    const again = await glossator(["import", "reports", "-p", slug]);
    expect(again.out).toBe("0 reports imported, 2 there already, 0 refused.\n");

    const exported = await glossator(["export", "-p", slug, "--state", "all", "-o", "all.jsonl"]);
    expect(exported, exported.err).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, "all.jsonl"), "utf8")).toContain('"record":"end"');
    await tokens.open();
    await tokens.revoke(`Command line ${slug}`);
    expect(await glossator(["reports", "-p", slug])).toMatchObject({ code: 3, out: "" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
