import { eq, inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { ethicsCheckpoints } from "@/db/schema/privacy-ethics"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { ETHICS_STATE_LABELS, ethicsPath, TO_FILL_IN } from "./domain/ethics"
import { selectCheckpoints } from "./internal/ethics-rows"
import { subjectsOf } from "./internal/ethics-subject"

async function ownedBy(ctx: OpCtx): Promise<Set<string>> {
  const [owned, mine] = await Promise.all([
    ctx.db
      .select({ id: products.id })
      .from(products)
      .where(own(ctx, products, eq(products.ownerId, ctx.userId))),
    ctx.db
      .select({ id: items.id })
      .from(items)
      .innerJoin(ethicsCheckpoints, own(ctx, ethicsCheckpoints, eq(ethicsCheckpoints.itemId, items.id)))
      .where(own(ctx, items, eq(items.ownerId, ctx.userId))),
  ])
  return new Set([...owned, ...mine].map(({ id }) => id))
}

/** Canvases that are due: for the owner of the product or the item that was declared to have a high impact. */
export async function waitingCheckpoints(ctx: OpCtx): Promise<WaitingThing[]> {
  const mine = await ownedBy(ctx)
  if (mine.size === 0) return []
  const ids = [...mine]
  const rows = [
    ...(await selectCheckpoints(ctx, inArray(ethicsCheckpoints.productId, ids))),
    ...(await selectCheckpoints(ctx, inArray(ethicsCheckpoints.itemId, ids))),
  ].filter(({ state }) => TO_FILL_IN.includes(state))
  const subjects = await subjectsOf(ctx, rows)
  return rows.flatMap(({ id, productId, itemId, state, declaredBy }) => {
    const subject = subjects.get(productId ?? itemId ?? "")
    if (!subject) return []
    return {
      kind: "check" as const,
      id: `ethics ${id}`,
      title: `Fill in the ethics canvas of ${subject.name}`,
      detail: `${declaredBy.name} declared a high impact on people. Until it is decided the use has no go`,
      state: ETHICS_STATE_LABELS[state].toLowerCase(),
      action: {
        label: "Fill in",
        href: `/${ctx.caller.workspace?.slug ?? ""}${ethicsPath(subject.path)}`,
      },
    }
  })
}
