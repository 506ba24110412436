import { createItem } from "@/server/backlog/create-item"
import { answerScreening } from "@/server/dpia/answer-screening"
import { CRITERIA, SCREENING_QUESTIONS, type ScreeningAnswers } from "@/server/dpia/domain/screening"
import { startScreening } from "@/server/dpia/start-screening"
import type { Ctx } from "@/server/kernel/context"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { domainOf, productOf } from "@/tests/server/products/products-world"
import type { World } from "@/tests/support/world"

/** Everything answered with "no" but the first so many criteria. */
export const answersWith = (criteria: number, more: ScreeningAnswers = {}): ScreeningAnswers => ({
  ...Object.fromEntries(SCREENING_QUESTIONS.map((question) => [question, "no"])),
  ...Object.fromEntries(CRITERIA.slice(0, criteria).map((criterion) => [criterion, "yes"])),
  ...more,
})

/** A workspace with an author, a privacy officer and a product "Delivery promise" in the domain FUL. */
export async function beginPrivacy(world: World) {
  const workspace = await world.workspace()
  const admin = await workspace.member("administrator")
  const officer = await workspace.member("privacy_officer")
  const author = await workspace.member("data_steward")
  const domain = await createDomain(admin, domainOf("FUL"))
  const product = await createProduct(admin, productOf(domain.id, { ownerId: author.userId }))
  const subject = { productId: product.id }
  const addProduct = (name: string, more: { ownerId?: string } = {}) =>
    createProduct(admin, productOf(domain.id, { name, ...more }))
  const addItem = (title: string) => createItem(admin, { title, productId: product.id })
  /** A screening with everything answered. */
  const screen = async (
    ctx: Ctx,
    answers: ScreeningAnswers,
    of: { productId: string } | { itemId: string } = subject,
  ) => {
    const { id, lock } = await startScreening(ctx, { subject: of })
    return answerScreening(ctx, { id, lock, changes: { answers, description: "Orders and parcels" } })
  }
  return {
    workspace,
    admin,
    officer,
    author,
    domainId: domain.id,
    product,
    subject,
    addProduct,
    addItem,
    screen,
  }
}
