import { beforeAll, expect, it } from "vitest"
import { seedDemo } from "@/db/seed/scenarios/demo"
import { PEOPLE, type PersonId } from "@/db/seed/scenarios/demo/people"
import { PRODUCTS } from "@/db/seed/scenarios/demo/products"
import { verifyTrail } from "@/server/audit/verify-trail"
import { listWaiting } from "@/server/home/list-waiting"
import { listThreads } from "@/server/thread/list-threads"
import { openTestDatabase } from "@/tests/support/test-database"
import "@/server/compose"
import { giveAuditKey } from "./audit/trail"

beforeAll(giveAuditKey)

/** What waits on each of them; the auditor changes nothing, so nothing waits. */
const WAITING: Record<PersonId, string[]> = {
  karin: ["access", "initiative", "product", "score"],
  ines: ["access", "approval", "assessment", "initiative", "item", "mention", "score"],
  tomasz: ["access", "assessment", "check", "item", "measurement", "review", "score", "waiver"],
  priya: ["access", "check", "item", "retention", "score", "waiver"],
  marek: ["access", "approval", "assessment", "item", "product", "retention", "review", "score"],
  sofia: ["approval", "assessment", "review", "score"],
  hugo: ["initiative", "score"],
  aisha: ["score"],
  lena: [],
}

// The end of a leap day, years from the clock of the database: the story knows no other time than its own.
const PRESENT = Date.parse("2032-02-29T23:58:00.000Z")

it("leaves everybody something to do, whenever it is told, and a trail that proves itself", async () => {
  const open = await openTestDatabase()
  try {
    const cast = await seedDemo(open, "plumb-line-demo-1", PRESENT)
    const threads = await listThreads(cast.ines.ctx, {
      search: "",
      domainIds: [],
      lifecycles: [],
      ownerIds: [],
    })
    const linksOf = Object.fromEntries(threads.map(({ slug, links }) => [slug, links.map(({ id }) => id)]))
    const whole = ["objective", "score", "dpia", "done"]
    const expected = Object.fromEntries(PRODUCTS.map(({ slug }) => [slug, whole]))
    // Nobody has said yet what data it holds.
    expected["price-elasticity"] = ["objective", "score", "done"]
    expect(linksOf).toEqual(expected)

    const waiting: Partial<Record<PersonId, string[]>> = {}
    for (const { id } of PEOPLE) {
      const { things } = await listWaiting(cast[id].ctx, {})
      waiting[id] = [...new Set(things.map(({ kind }) => kind))].sort()
    }
    expect(waiting).toEqual(WAITING)
    expect(await verifyTrail(cast.lena.ctx, {})).toMatchObject({ ok: true, checkpoints: 1 })
  } finally {
    await open.close()
  }
}, 300_000)
