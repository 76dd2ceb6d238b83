import { expect, test } from "vitest";
import { analystLayer } from "@/domain/access/layer";
import { maySeeLayer } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { ProjectRole } from "@/domain/project/project";
import { sql } from "@/server/data/transaction";
import { visibleInEach, visibleTags, visibleTo } from "@/server/data/visible";

const me = UserId.parse("00000000-0000-7000-8000-000000000001");
const colleague = UserId.parse("00000000-0000-7000-8000-000000000002");

const cases = (["shared", "independent"] as const).flatMap((mode) =>
  ProjectRole.options.flatMap((role) =>
    [true, false].flatMap((open) => {
      const layers = mode === "shared" ? ["shared"] : ["final", analystLayer(me), analystLayer(colleague)];
      return layers.map((layer) => ({ mode, role, open, layer }));
    }),
  ),
);

test.each(cases)("$role, $mode, layers open $open, $layer: SQL and policy say the same", async (each) => {
  const standing = { role: each.role, mode: each.mode };
  const columns = { layer: "h.layer", layersOpenedAt: "h.opened", state: "h.state" };
  const [row] = await sql.rows(
    `select ${visibleTo(me, standing, columns)} as layer, ${visibleTags(me, standing, columns)} as tag,
            ${visibleInEach({ ...columns, userId: "h.me", role: "h.role", mode: "h.mode" })} as each
       from (select $1::text as layer, $2::timestamptz as opened, 'open'::text as state, $3 as role, $4 as mode, $5::uuid as me) h`,
    [each.layer, each.open ? new Date() : null, each.role, each.mode, me],
  );
  const sees = maySeeLayer(me, standing, each.layer, each.open);
  expect(row).toEqual({ layer: sees, tag: sees && each.role !== "reader", each: sees });
});
