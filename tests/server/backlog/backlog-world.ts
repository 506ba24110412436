import { sql } from "drizzle-orm"
import { domains, products } from "@/db/schema/products"
import { createItem } from "@/server/backlog/create-item"
import type { itemFilterSchema } from "@/server/backlog/domain/item-filter"
import { importItems } from "@/server/backlog/import-items"
import { listItems } from "@/server/backlog/list-items"
import { uploadImport } from "@/server/backlog/upload-import"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { NOW, type TestWorkspace, type World } from "@/tests/support/world"

/** A domain with one product, written directly: these tests are about the backlog. */
export async function addProduct(world: World, workspace: TestWorkspace, key: string, name: string) {
  const product = { id: newId(), domainId: newId(), slug: name.toLowerCase().replaceAll(" ", "-"), name }
  const times = { createdAt: NOW, updatedAt: NOW }
  const texts = { description: "", workspaceId: workspace.id }
  await inTransaction(world.open, workspace.id, "write", async (db) => {
    await db.insert(domains).values({ id: product.domainId, key, name: key, ...texts, ...times })
    await db.insert(products).values({ ...product, question: "Why?", lifecycle: "live", ...texts, ...times })
  })
  return product
}

export const addItem = (ctx: Ctx, title: string, more: object = {}) => createItem(ctx, { title, ...more })

/** Keys in the manual order. */
export async function keysInOrder(ctx: Ctx): Promise<string[]> {
  const { items } = await listItems(ctx, { limit: 200 })
  return items.map(({ key }) => key)
}

export const find = async (
  ctx: Ctx,
  filter: Partial<Parameters<typeof itemFilterSchema.parse>[0] & object>,
) => (await listItems(ctx, { filter, limit: 200 })).items.map(({ title }) => title)

/** Rows of a statement in the workspace, past the operations. */
export const look = <Row>(world: World, workspace: TestWorkspace, statement: ReturnType<typeof sql>) =>
  inTransaction(world.open, workspace.id, "read", (db) => rowsOf<Row>(db, statement))

export async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === "string" ? Buffer.from(text) : text
}

export const upload = (
  ctx: Ctx,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  fileName = "file.csv",
) =>
  uploadImport(ctx, {
    fileName,
    content: typeof content === "string" || content instanceof Uint8Array ? bytesOf(content) : content,
  })

/** Uploads and imports with the guessed mapping. */
export async function bringIn(ctx: Ctx, content: Parameters<typeof upload>[1], fileName?: string) {
  const { importId, detection } = await upload(ctx, content, fileName)
  return importItems(ctx, { importId, mapping: detection.mapping })
}

/** What was refused in a workspace, from the audit trail. */
export const refusals = (world: World, workspace: TestWorkspace) =>
  look<{ action: string }>(
    world,
    workspace,
    sql`select action from audit_events where outcome = 'denied' order by occurred_at`,
  )
