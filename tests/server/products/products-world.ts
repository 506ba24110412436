import { sql } from "drizzle-orm"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import type { ProductFields } from "@/server/products/domain/product"
import type { World } from "@/tests/support/world"

export const domainOf = (key: string, more: { ownerId?: string; stewardId?: string } = {}) => ({
  key,
  name: `Domain ${key}`,
  description: "",
  ownerId: null,
  stewardId: null,
  ...more,
})

export const productOf = (domainId: string, more: Partial<ProductFields> = {}): ProductFields => ({
  domainId,
  name: "Delivery promise",
  question: "When will the parcel arrive?",
  description: "",
  lifecycle: "building",
  ownerId: null,
  stewardId: null,
  ...more,
})

/** A domain with one product in it. */
export async function addProduct(ctx: Ctx, key: string, more: Partial<ProductFields> = {}) {
  const domain = await createDomain(ctx, domainOf(key))
  return { domainId: domain.id, ...(await createProduct(ctx, productOf(domain.id, more))) }
}

/** The audit records of a workspace, oldest first. */
export function auditOf(world: World, workspaceId: string) {
  return inTransaction(world.open, workspaceId, "read", (db) =>
    rowsOf<{ action: string; outcome: string; summary: string; text: string }>(
      db,
      sql`select action, outcome, summary, text from audit_events e join audit_leaves l on l.event_id = e.id order by l.seq`,
    ),
  )
}
