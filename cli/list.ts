import { pagesOf } from "@/cli/api";
import type { Running } from "@/cli/command";
import { type Exit, exits } from "@/cli/exits";
import { counted, tableOf } from "@/cli/table";

type Pages<Row> = Parameters<typeof pagesOf<Row>>[0];

/** A list as a table, or as JSON for another program; says so where there is more than was asked for. */
export async function listed<Row>(
  { given, terminal }: Pick<Running, "given" | "terminal">,
  pages: Pages<Row>,
  { one, columns, cells }: { one: string; columns: readonly string[]; cells: (row: Row) => string[] },
): Promise<Exit> {
  const most = given.whole("limit", 1) ?? 100;
  const { items, more } = await pagesOf(pages, most);
  if (given.flag("json")) {
    await terminal.json({ items, more });
    return exits.done;
  }
  await terminal.result(tableOf(columns, items.map(cells)));
  if (more) terminal.note(`There are more than ${counted(most, one)}: ask for more with --limit.`);
  return exits.done;
}
