import { eq } from "drizzle-orm"
import { z } from "zod"
import { imports } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import type { ImportMapping } from "./domain/import/mapping"
import type { Detection } from "./internal/import-detection"
import type { Reading } from "./internal/import-reading"
import { importSummary } from "./internal/import-summary"
import { mayUndoImport } from "./internal/may-undo-import"

/** What is kept of an import: the detection until it is applied, then the mapping it was applied with. */
type Kept = { reading: Reading; detection?: Detection; mapping?: ImportMapping; productId?: string | null }

/** One import: so that a wizard can go on after a reload, and a past import can be explained. @throws NOT_FOUND */
export const getImport = query("backlog.getImport", {
  permission: "backlog.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ importId: z.uuid() }),
  async run(ctx, { importId }) {
    const [row] = await ctx.db
      .select({ ...importSummary, kept: imports.mapping })
      .from(imports)
      .innerJoin(users, eq(users.id, imports.createdBy))
      .where(own(ctx, imports, eq(imports.id, importId)))
    if (!row) throw notFound("The import")
    const { kept, ...summary } = row
    const { reading, detection, mapping, productId } = kept as Kept
    return {
      ...summary,
      mayUndo: mayUndoImport(row, ctx.now),
      reading,
      detection: detection ?? null,
      mapping: mapping ?? null,
      productId: productId ?? null,
    }
  },
})
