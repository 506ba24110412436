import { asc, inArray, isNull } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { memberships } from "@/db/schema/members"
import { workshopItems, workshopPeople, workshops } from "@/db/schema/workshops"
import { itemFilterSchema } from "@/server/backlog/domain/item-filter"
import { selectItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { openUnlessAsked } from "@/server/scoring/domain/scoring-filter"
import { WORKSHOP_LIMITS, workshopTitleSchema } from "./domain/workshop"
import { noteFact } from "./internal/change-workshop"
import { fetchLatestFramework } from "./internal/latest-framework"
import { requireFacilitation } from "./internal/require-lead"
import { fetchWorkshopItems } from "./internal/workshop-items"

const MANY = `A workshop has at most ${WORKSHOP_LIMITS.items} items. Choose fewer, or narrow the filter`

/** Either the items themselves, or all that a filter shows: open ones, unless it asks for states. */
const inputSchema = z.object({
  title: workshopTitleSchema,
  frameworkKey: z.string().min(1).max(40),
  itemIds: z.array(z.uuid()).max(WORKSHOP_LIMITS.items, MANY).default([]),
  filter: itemFilterSchema.optional(),
  /** Members who find it on their Home; everybody with the link and the permission can join. */
  invite: z.array(z.uuid()).max(WORKSHOP_LIMITS.people).default([]),
})

async function chooseItems(ctx: OpCtx, { itemIds, filter }: z.output<typeof inputSchema>) {
  const wanted = [...new Set(itemIds)]
  const chosen = filter
    ? selectItems(ctx, openUnlessAsked(filter))
    : selectItems(ctx, itemFilterSchema.parse({}), inArray(items.id, wanted.length > 0 ? wanted : [newId()]))
  const found = await chosen.orderBy(asc(items.rank), asc(items.id)).limit(WORKSHOP_LIMITS.items + 1)
  if (!filter && found.length < wanted.length) throw notFound("One of the items")
  if (found.length > WORKSHOP_LIMITS.items) throw invalidField("itemIds", MANY)
  // The order of a filter is the backlog's; items that are named keep the order in which they are named.
  if (!filter) found.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))
  if (found.length < 2)
    throw invalidField("itemIds", "Choose at least two items: there is nothing to order otherwise")
  return found
}

async function checkInvited(ctx: OpCtx, invite: string[]): Promise<string[]> {
  const wanted = [...new Set(invite)].filter((id) => id !== ctx.userId)
  if (wanted.length === 0) return []
  const members = await ctx.db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(own(ctx, memberships, inArray(memberships.userId, wanted), isNull(memberships.leftAt)))
  if (members.length < wanted.length) throw invalidField("invite", "Invite members of this workspace only")
  return wanted
}

/**
 * Opens a workshop on a selection of items, with the latest version of a framework; the caller facilitates and has
 * joined. @throws INVALID at the field, NOT_FOUND, FORBIDDEN.
 */
export const openWorkshop = command("workshops.openWorkshop", {
  permission: "workshops.facilitate",
  at: "rows",
  input: inputSchema,
  async run(ctx, input) {
    const framework = await fetchLatestFramework(ctx, input.frameworkKey)
    if (!framework) throw notFound("The framework")
    const found = await chooseItems(ctx, input)
    const invited = await checkInvited(ctx, input.invite)
    const id = newId()
    const inside = { workspaceId: ctx.workspaceId, workshopId: id }
    await ctx.db.insert(workshops).values({
      workspaceId: ctx.workspaceId,
      id,
      title: input.title,
      frameworkId: framework.id,
      phase: "lobby",
      facilitatorId: ctx.userId,
      createdAt: ctx.now,
      createdBy: ctx.userId,
    })
    await ctx.db.insert(workshopItems).values(
      found.map(({ id: itemId, key, title, productId }, index) => ({
        ...inside,
        itemId,
        key,
        title,
        productId,
        place: index + 1,
      })),
    )
    requireFacilitation(ctx, await fetchWorkshopItems(ctx, id))
    await ctx.db
      .insert(workshopPeople)
      .values([
        { ...inside, userId: ctx.userId, joinedAt: ctx.now },
        ...invited.map((userId) => ({ ...inside, userId, invitedAt: ctx.now })),
      ])
    await noteFact(ctx, id, { kind: "opened", seq: 1, round: 0 })
    ctx.record({
      targets: [
        { type: "workshop", id, name: input.title },
        { type: "framework", id: framework.id, name: `${framework.name} version ${framework.version}` },
      ],
      summary: `Opened the workshop “${input.title}” on ${found.length} items with ${framework.name} version ${framework.version}`,
      after: { items: found.map(({ key }) => key), invited: invited.length },
    })
    return { id, items: found.length }
  },
})
