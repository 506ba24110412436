import type { OpenDatabase } from "@/db/client"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { createItem } from "@/server/backlog/create-item"
import type { ItemStatus } from "@/server/backlog/domain/item"
import { moveItem } from "@/server/backlog/move-item"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { beginAccess, continueAccess } from "./demo/access"
import { delegateDecisions } from "./demo/approvals"
import { assessRisks } from "./demo/assessments"
import { type Cast, gatherCast } from "./demo/cast"
import { consultAuthority } from "./demo/consultation"
import { addDriver, registerData } from "./demo/data-assets"
import { beginDone, continueDone } from "./demo/definition-of-done"
import type { DemoItem } from "./demo/demo-item"
import { discussWork } from "./demo/discussion"
import { checkEthics } from "./demo/ethics"
import { ITEMS } from "./demo/items"
import { limitWork } from "./demo/limits"
import { maskData } from "./demo/masking"
import { recordProcessing } from "./demo/processing"
import { DOMAINS, PRODUCTS } from "./demo/products"
import { registerObligations } from "./demo/regulations"
import { retainData } from "./demo/retention"
import { scoreItems } from "./demo/scores"
import { screenProducts } from "./demo/screenings"
import { StoryClock } from "./demo/story-clock"
import { addStrategy } from "./demo/strategy"
import { planOf, saveViews } from "./demo/views"
import { holdWorkshops } from "./demo/workshop"

async function addProducts(cast: Cast): Promise<Map<string, string>> {
  const domainIds = new Map<string, string>()
  for (const { owner, steward, ...fields } of DOMAINS) {
    const people = { ownerId: cast[owner].userId, stewardId: cast[steward].userId }
    const { id } = await createDomain(cast.karin.ctx, { ...fields, ...people })
    domainIds.set(fields.key, id)
  }
  const productIds = new Map<string, string>()
  for (const { slug, domain, owner, steward, ...fields } of PRODUCTS) {
    const people = { ownerId: cast[owner].userId, stewardId: steward && cast[steward].userId }
    const { id } = await createProduct(cast.ines.ctx, {
      ...fields,
      ...people,
      domainId: domainIds.get(domain)!,
    })
    productIds.set(slug, id)
  }
  return productIds
}

async function addItems(cast: Cast, clock: StoryClock, productIds: Map<string, string>) {
  const added: { id: string; item: DemoItem; version: number }[] = []
  for (const [index, item] of ITEMS.entries()) {
    const author = item.owner === "aisha" || item.owner === "karin" ? cast.ines.ctx : cast[item.owner].ctx
    const { id, version } = await createItem(author, {
      title: item.title,
      type: item.type,
      description: item.description,
      labels: item.labels,
      estimate: item.estimate,
      ownerId: cast[item.owner].userId,
      productId: item.product && productIds.get(item.product)!,
      dueDate: item.due === undefined ? null : clock.day(item.due),
      ...planOf(item, index, clock.day(0)),
    })
    added.push({ id, item, version })
  }
  return added
}

const AGE_OF_MOVE: Partial<Record<ItemStatus, number>> = {
  dropped: 20,
  done: 6,
  refine: 14,
  ready: 10,
  doing: 4,
  review: 1,
}

/** Moves each item to where it stands now, oldest moves first. */
async function moveItems(cast: Cast, clock: StoryClock, added: { id: string; item: DemoItem }[]) {
  const moves = added.filter(({ item }) => AGE_OF_MOVE[item.status] !== undefined)
  moves.sort((a, b) => AGE_OF_MOVE[b.item.status]! - AGE_OF_MOVE[a.item.status]!)
  for (const { id, item } of moves) {
    clock.jumpTo(AGE_OF_MOVE[item.status]!)
    const mover = item.owner === "priya" ? cast.priya.ctx : cast.tomasz.ctx
    await moveItem(mover, { id, status: item.status })
  }
}

/**
 * The demo: one company with four domains, eight products, 60 items, nine people (one per role) and their scores.
 * Everything goes through operations, so its audit trail is true. `present` is in ms since 1970. Answers with its people.
 */
export async function seedDemo(open: OpenDatabase, password: string, present: number): Promise<Cast> {
  const clock = new StoryClock(present, 30)
  const cast = await gatherCast({ open, clock, password })
  const productIds = await addProducts(cast)
  const added = await addItems(cast, clock, productIds)
  await addStrategy({ cast, clock, productIds, items: added })
  const assetIds = await registerData(cast, productIds)
  await maskData(cast, assetIds)
  await retainData(cast, clock, assetIds)
  await recordProcessing(cast, clock, password, productIds)
  await checkEthics(cast, clock, password, productIds)
  await registerObligations(cast, clock)
  const access = { cast, clock, password, productIds, assetIds }
  const lent = await beginAccess(access)
  const privacy = { cast, clock, password, productIds }
  await screenProducts(privacy)
  await assessRisks(privacy)
  await consultAuthority(privacy)
  clock.jumpTo(8)
  await scoreItems(cast, added)
  await limitWork(cast)
  const done = { cast, clock, password, added }
  await beginDone(done)
  await moveItems(cast, clock, added)
  await saveViews(cast)
  await discussWork(cast, added)
  await holdWorkshops(cast, added)
  await continueDone(done, productIds)
  await continueAccess(access, lent)
  await addDriver(cast)
  await delegateDecisions(cast, clock)
  // As the hourly job would have by now: signatures can be proven from the first look.
  await createCheckpoint(cast.karin.ctx, {})
  return cast
}
