import { describe, expect, it } from "vitest"
import { anonymous } from "@/server/kernel/context"
import { ROLES } from "@/server/kernel/domain/permissions"
import { allOperations } from "./support/all-operations"
import { ACCOUNT, MATRIX, PUBLIC } from "./support/permission-matrix"
import { openWorld } from "./support/world"

const world = openWorld()
const operations = await allOperations()

/** No schema accepts it, so an allowed call stops at the input and changes nothing. */
const NONSENSE = "nonsense"

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "none",
    (error: { code?: string }) => error.code ?? String(error),
  )

describe("the permission matrix", () => {
  it("names every operation, and only operations", () => {
    const named = [...MATRIX.keys(), ...ACCOUNT, ...PUBLIC].sort()
    expect(operations.map(({ operationName }) => operationName)).toEqual(named)
  })

  it.each(ROLES)("holds for the role %s in every operation", async (role) => {
    const ctx = await (await world.workspace()).member(role)
    const inside = operations.filter(({ operationName }) => MATRIX.has(operationName))
    for (const operation of inside) {
      const expected = MATRIX.get(operation.operationName)!.includes(role) ? "INVALID" : "FORBIDDEN"
      const found = await codeOf(operation(ctx, NONSENSE))
      expect(`${operation.operationName} ${found}`).toBe(`${operation.operationName} ${expected}`)
    }
  })

  it("holds for a member without any grant: nothing inside the workspace", async () => {
    const member = await (await world.workspace()).member("administrator")
    const ctx = { ...member, caller: { ...member.caller, grants: [] } }
    for (const operation of operations.filter(({ operationName }) => MATRIX.has(operationName))) {
      expect(`${operation.operationName} ${await codeOf(operation(ctx, NONSENSE))}`).toBe(
        `${operation.operationName} FORBIDDEN`,
      )
    }
  })

  it("holds for somebody who is not signed in", async () => {
    const member = await (await world.workspace()).member("administrator")
    const ctx = { ...member, caller: anonymous }
    for (const operation of operations) {
      const expected = PUBLIC.includes(operation.operationName) ? "INVALID" : "UNAUTHENTICATED"
      expect(`${operation.operationName} ${await codeOf(operation(ctx, NONSENSE))}`).toBe(
        `${operation.operationName} ${expected}`,
      )
    }
  })

  it("keeps an API token out of its owner's account and inside its own permissions", async () => {
    const member = await (await world.workspace()).member("administrator")
    const ctx = { ...member, caller: { ...member.caller, limitedTo: ["backlog.read" as const] } }
    for (const operation of operations.filter(({ operationName }) => !PUBLIC.includes(operationName))) {
      const expected = operation.permission === "backlog.read" ? "INVALID" : "FORBIDDEN"
      expect(`${operation.operationName} ${await codeOf(operation(ctx, NONSENSE))}`).toBe(
        `${operation.operationName} ${expected}`,
      )
    }
  })
})
