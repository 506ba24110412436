import { domains } from "@/db/schema/products"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { domainFields } from "./domain/product"
import { keyTaken } from "./internal/domain-key"

/** Creates a domain. @throws INVALID when its key is taken or a person is not a member. */
export const createDomain = command("products.createDomain", {
  permission: "domains.edit",
  input: domainFields,
  async run(ctx, input) {
    await requireMembers(ctx, { ownerId: input.ownerId, stewardId: input.stewardId })
    const id = newId()
    const row = { ...input, id, workspaceId: ctx.workspaceId, createdAt: ctx.now, updatedAt: ctx.now }
    const created = await ctx.db
      .insert(domains)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: domains.id })
    if (created.length === 0) throw keyTaken("key", input.key)
    ctx.record({
      targets: [{ type: "domain", id, name: input.name }],
      summary: `Created the domain ${input.name}`,
      after: input,
    })
    return { id }
  },
})
