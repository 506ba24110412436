import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { beginApprovals, decide, delegate, edit, type Person, rowOf, submit } from "./approvals-world"

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person
let second: Person

beforeAll(async () => {
  ;({ workspace, author, officer, second } = await beginApprovals(world))
})

const outcomes = async (calls: Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).map((call) =>
    call.status === "fulfilled" ? "done" : (call.reason as { code: string }).code,
  )

const countSignatures = async (requestId: string) => {
  const [row] = await inTransaction(world.open, workspace.id, "read", (db) =>
    rowsOf<{ count: number }>(
      db,
      sql`select count(*)::int as count from approval_signatures where request_id = ${requestId}`,
    ),
  )
  return row!.count
}

/** The embedded database has one connection and takes them one after the other; PostgreSQL has to make them wait. */
describe("at the same instant", () => {
  it("two approvals follow one another: the second finds it decided, or counts", async () => {
    for (let round = 0; round < 5; round++) {
      const one = await submit(author)
      expect(
        (
          await outcomes([decide(world, officer, one.requestId), decide(world, second, one.requestId)])
        ).sort(),
      ).toEqual(["CONFLICT", "done"])
      expect(await countSignatures(one.requestId)).toBe(1)
      const two = await submit(author, { required: 2 })
      expect(
        await outcomes([decide(world, officer, two.requestId), decide(world, second, two.requestId)]),
      ).toEqual(["done", "done"])
      expect((await rowOf(world, workspace.id, two.requestId)).state).toBe("approved")
    }
  })

  it("somebody and who acts for them are one vote", async () => {
    const { id: delegationId } = await delegate(officer, second)
    for (let round = 0; round < 5; round++) {
      const { requestId } = await submit(author, { required: 2 })
      const both = [
        decide(world, officer, requestId),
        decide(world, second, requestId, "approval", { delegationId }),
      ]
      expect((await outcomes(both)).sort()).toEqual(["RULE_BROKEN", "done"])
      expect((await rowOf(world, workspace.id, requestId)).state).toBe("open")
    }
  })

  it("an edit wins over an approval, whichever comes first", async () => {
    for (let round = 0; round < 5; round++) {
      const subjectId = newId()
      const { requestId } = await submit(author, { subjectId })
      const [approved, edited] = await outcomes([
        decide(world, officer, requestId),
        edit(author, subjectId, 2),
      ])
      expect(edited).toBe("done")
      expect(["done", "CONFLICT"]).toContain(approved)
      expect((await rowOf(world, workspace.id, requestId)).state).toBe("outdated")
    }
  })

  it("two requests for one subject leave one open", async () => {
    const subjectId = newId()
    const both = await Promise.allSettled([submit(author, { subjectId }), submit(second, { subjectId })])
    expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0)
    const [row] = await inTransaction(world.open, workspace.id, "read", (db) =>
      rowsOf<{ open: number }>(
        db,
        sql`select count(*)::int as open from approval_requests where subject_id = ${subjectId} and state = 'open'`,
      ),
    )
    expect(row!.open).toBe(1)
  })
})
