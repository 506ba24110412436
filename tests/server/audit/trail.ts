import { sql } from "drizzle-orm"
import { z } from "zod"
import { generateSigningKey } from "@/server/audit/proof/signing-key"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import type { TestWorkspace, World } from "@/tests/support/world"

/** A signing key for the test's process, as the environment would give it. */
export function giveAuditKey(): void {
  process.env.PLUMBLINE_AUDIT_KEY = Buffer.from(generateSigningKey().privatePem).toString("base64")
}

/** Records one plain event; the name stands for any command. */
export const note = command("products.createDomain", {
  permission: "domains.edit",
  input: z.object({ word: z.string() }),
  async run(ctx, { word }) {
    ctx.record({
      targets: [{ type: "domain", id: `d-${word}`, name: word }],
      summary: `Noted ${word}`,
      before: { word: null },
      after: { word, über: 1.5 },
    })
  },
})

/** A workspace whose trail holds records 1 to `count`, made by its administrator. */
export async function trailOf(
  world: World,
  count: number,
): Promise<{ workspace: TestWorkspace; admin: Ctx & { userId: string } }> {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  for (let i = 1; i <= count; i++) await note(admin, { word: `w${i}` })
  return { workspace, admin }
}

const TABLES = ["audit_events", "audit_targets", "audit_leaves", "audit_checkpoints"]

/** Runs statements as the owner of the tables with every trigger switched off: what an attacker inside would do. */
export async function tamper(world: World, ...statements: string[]): Promise<void> {
  await inTransaction(world.open, null, "write", async (db) => {
    await db.execute(sql`select set_config('app.maintenance', 'on', true)`)
    for (const table of TABLES) await db.execute(sql.raw(`alter table ${table} disable trigger user`))
    for (const statement of statements) await db.execute(sql.raw(statement))
    for (const table of TABLES) await db.execute(sql.raw(`alter table ${table} enable trigger user`))
  })
}
