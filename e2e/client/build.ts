import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { root } from "@/scripts/root.mjs";

const here = join(root, "e2e", "client", "program.mts");

/**
 * Makes types from an API's description and compiles the program beside this file with them, as strictly as TypeScript
 * goes. The folder has to lie in the project, where packages are found.
 * @returns the compiled program, and what the compiler has to say of it: nothing, if all is well
 */
export async function buildClient(
  description: string,
  folder: string,
): Promise<{ program: string; troubles: string[] }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "api.d.ts"), astToString(await openapiTS(description, { defaultNonNullable: false })));
  await cp(here, join(folder, "program.mts"));
  const program = ts.createProgram([join(folder, "program.mts")], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ["node"],
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  });
  const { diagnostics } = program.emit();
  const troubles = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, "\n"),
  );
  return { program: join(folder, "program.mjs"), troubles };
}
