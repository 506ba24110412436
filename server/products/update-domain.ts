import { and, eq } from "drizzle-orm"
import { domains } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { conflict, notFound, sqlState } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { type DomainFields, updateDomainInput } from "./domain/product"
import { keyTaken } from "./internal/domain-key"
import { getDomainRow } from "./internal/domain-rows"

const UNIQUE_VIOLATION = "23505"

const LABELS: Record<keyof DomainFields, string> = {
  key: "key",
  name: "name",
  description: "description",
  ownerId: "owner",
  stewardId: "steward",
}

/**
 * Changes a domain. A new key counts for items created from now on; existing item keys stay.
 * @throws CONFLICT with the domain as it stands when somebody else saved first; INVALID when the key is taken.
 */
export const updateDomain = command("products.updateDomain", {
  permission: "domains.edit",
  input: updateDomainInput,
  async run(ctx, { id, version, changes }) {
    const [row] = await ctx.db
      .select()
      .from(domains)
      .where(own(ctx, domains, eq(domains.id, id)))
    if (!row) throw notFound("The domain")
    if (row.version !== version) throw conflict("The domain", await getDomainRow(ctx, id))
    const { key, name, description, ownerId, stewardId } = row
    const changed = changedFields({ key, name, description, ownerId, stewardId }, changes)
    if (!changed) return { id, version }
    const { after, before } = changed
    await requireMembers(ctx, { "changes.ownerId": after.ownerId, "changes.stewardId": after.stewardId })
    const saved = await ctx.db
      .update(domains)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, domains, eq(domains.id, id)), eq(domains.version, version)))
      .returning({ id: domains.id })
      .catch((error: unknown) => {
        throw after.key && sqlState(error) === UNIQUE_VIOLATION ? keyTaken("changes.key", after.key) : error
      })
    if (saved.length === 0) throw conflict("The domain", await getDomainRow(ctx, id))
    ctx.record({
      targets: [{ type: "domain", id, name: after.name ?? name }],
      summary: after.name
        ? `Renamed the domain ${name} to ${after.name}`
        : `Changed the ${inWords(changed.names.map((field) => LABELS[field as keyof DomainFields]))} of the domain ${name}`,
      before,
      after,
    })
    return { id, version: version + 1 }
  },
})
