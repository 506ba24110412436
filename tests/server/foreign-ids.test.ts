import { describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { ROLES } from "@/server/kernel/domain/permissions"
import { allOperations } from "@/tests/support/all-operations"
import { foreignCases, WITHOUT_IDS } from "@/tests/support/foreign-inputs"
import { type ForeignIds, furnishWorkspace } from "@/tests/support/furnished-workspace"
import { MATRIX } from "@/tests/support/permission-matrix"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const operations = await allOperations()

/** The other workspace's own things, as they would stand in an answer that leaks them. */
const traces = ({ itemId, productId, domainId, userId }: ForeignIds) => [itemId, productId, domainId, userId]

/** Some operations are not the administrator's: the caller holds every role. */
const everyRole = (ctx: Ctx): Ctx => {
  const grants = ROLES.map((role) => ({ role, scopeType: "workspace" as const, scopeId: null }))
  return { ...ctx, caller: { ...ctx.caller, grants } }
}

describe("another workspace's ids", () => {
  it("are tried on every operation that takes any", () => {
    const tried = [...Object.keys(foreignCases({} as ForeignIds)), ...WITHOUT_IDS].sort()
    expect(tried).toEqual([...MATRIX.keys()].sort())
  })

  it("look as if they did not exist, and change nothing", async () => {
    const here = await furnishWorkspace(world, "here")
    const there = await furnishWorkspace(world, "there")
    for (const [name, cases] of Object.entries(foreignCases(there.ids))) {
      const operation = operations.find(({ operationName }) => operationName === name)!
      for (const { input, answer } of cases) {
        const given = JSON.parse(
          JSON.stringify(input)
            .replaceAll('"own"', `"${here.ids.userId}"`)
            .replaceAll('"ownItem"', `"${here.ids.itemId}"`),
        )
        const found = await operation(everyRole(here.admin), given).then(
          (result) =>
            traces(there.ids).some((id) => JSON.stringify(result ?? null).includes(id))
              ? "a leak"
              : "nothing",
          (error: { code?: string }) => error.code ?? String(error),
        )
        expect(`${name} ${JSON.stringify(given)}: ${found}`).toBe(
          `${name} ${JSON.stringify(given)}: ${answer}`,
        )
      }
    }
  })
})
