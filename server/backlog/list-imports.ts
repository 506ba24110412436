import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import { imports } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { importSummary } from "./internal/import-summary"
import { mayUndoImport } from "./internal/may-undo-import"

/** Files brought in, newest first, at most 100, with what each did and whether it may still be undone. */
export const listImports = query("backlog.listImports", {
  permission: "backlog.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({}),
  async run(ctx) {
    const rows = await ctx.db
      .select(importSummary)
      .from(imports)
      .innerJoin(users, eq(users.id, imports.createdBy))
      .where(own(ctx, imports))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(100)
    return { imports: rows.map((row) => ({ ...row, mayUndo: mayUndoImport(row, ctx.now) })) }
  },
})
