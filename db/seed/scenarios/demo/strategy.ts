import { listDomains } from "@/server/products/list-domains"
import { createInitiative } from "@/server/strategy/create-initiative"
import { createObjective } from "@/server/strategy/create-objective"
import { decideFunding } from "@/server/strategy/decide-funding"
import { endOf } from "@/server/strategy/domain/period"
import { addQuarters, quarterOf } from "@/server/strategy/domain/quarter"
import { linkSubject } from "@/server/strategy/link-subject"
import { recordMeasurement } from "@/server/strategy/record-measurement"
import { recordSpending } from "@/server/strategy/record-spending"
import { requestFunding } from "@/server/strategy/request-funding"
import type { Cast } from "./cast"
import type { DemoItem } from "./demo-item"
import type { StoryClock } from "./story-clock"
import { type DemoObjective, OBJECTIVES } from "./strategy-goals"
import { type DemoInitiative, INITIATIVES } from "./strategy-roadmap"

type Stage = {
  cast: Cast
  clock: StoryClock
  productIds: Map<string, string>
  items: readonly { id: string; item: DemoItem }[]
}
const EUR = "EUR"

type Planned = { ago: number; run: () => Promise<unknown> }

async function addObjective(
  stage: Stage,
  objective: DemoObjective,
): Promise<{ id: string; planned: Planned[] }> {
  const { cast, clock, productIds, items } = stage
  const domain = (await listDomains(cast.karin.ctx, {})).find(({ key }) => key === objective.domain)
  const startDate = clock.day(-objective.begins)
  const { ctx } = cast.ines
  const { id, keyResultIds } = await createObjective(ctx, {
    title: objective.title,
    description: objective.description,
    ownerId: cast[objective.owner].userId,
    domainId: domain?.id ?? null,
    periodStart: startDate,
    periodEnd: endOf(startDate, { amount: objective.months, unit: "month" }),
    keyResults: objective.keyResults.map(
      ({ owner, measured: _, source: _source, products: _products, items: _items, ...fields }) => ({
        ...fields,
        startDate,
        ownerId: cast[owner].userId,
      }),
    ),
  })
  const planned: Planned[] = []
  for (const [
    index,
    { owner, measured, source, products = [], items: titles = [] },
  ] of objective.keyResults.entries()) {
    const keyResultId = keyResultIds[index]!
    for (const { slug, note } of products) {
      await linkSubject(ctx, { keyResultId, productId: productIds.get(slug)!, note })
    }
    for (const { id: itemId } of items.filter(({ item }) => titles.includes(item.title))) {
      await linkSubject(ctx, { keyResultId, itemId })
    }
    const by = owner === "aisha" ? cast.ines : cast[owner]
    for (const { ago, value } of measured) {
      const entry = { keyResultId, measuredOn: clock.day(-ago), value, note: source }
      planned.push({ ago, run: () => recordMeasurement(by.ctx, entry) })
    }
  }
  return { id, planned }
}

async function addInitiative(
  stage: Stage,
  one: DemoInitiative,
  objectiveId: string | null,
): Promise<Planned[]> {
  const { cast, clock, productIds } = stage
  const { ctx } = cast.ines
  const now = quarterOf(clock.day(0))
  const { id: initiativeId } = await createInitiative(ctx, {
    name: one.name,
    description: one.description,
    sponsorId: one.sponsor && cast[one.sponsor].userId,
    ownerId: cast[one.owner].userId,
    objectiveId,
    startQuarter: addQuarters(now, one.quarters[0]),
    endQuarter: addQuarters(now, one.quarters[1]),
  })
  for (const slug of one.products) await linkSubject(ctx, { initiativeId, productId: productIds.get(slug)! })
  for (const { amount, reason, decision } of one.asked) {
    const { id: requestId } = await requestFunding(ctx, { initiativeId, amount, currency: EUR, reason })
    if (!decision) continue
    await decideFunding(cast.hugo.ctx, {
      requestId,
      decision: decision.amount === null ? "declined" : "approved",
      amount: decision.amount ?? "0",
      reason: decision.reason,
    })
  }
  return one.spent.map(({ ago, amount, note }) => {
    const entry = { initiativeId, spentOn: clock.day(-ago), amount, currency: EUR, note }
    return { ago, run: () => recordSpending(cast.hugo.ctx, entry) }
  })
}

/** Objectives with links and measurements of the past weeks, and a funded roadmap. Leaves the clock 9 days ago at the latest. */
export async function addStrategy(stage: Stage): Promise<void> {
  const planned: Planned[] = []
  const objectiveIds = new Map<string, string>()
  for (const objective of OBJECTIVES) {
    const added = await addObjective(stage, objective)
    objectiveIds.set(objective.title, added.id)
    planned.push(...added.planned)
  }
  for (const initiative of INITIATIVES) {
    const objectiveId = initiative.objective && (objectiveIds.get(initiative.objective) ?? null)
    planned.push(...(await addInitiative(stage, initiative, objectiveId)))
  }
  planned.sort((a, b) => b.ago - a.ago)
  for (const { ago, run } of planned) {
    stage.clock.jumpTo(ago)
    await run()
  }
}
