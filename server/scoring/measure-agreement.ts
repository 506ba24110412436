import { asc, eq } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import { selectItems } from "@/server/backlog/select-items"
import { query } from "@/server/kernel/operation"
import { isEnough, kendallW } from "./domain/agreement"
import { blockOf, largestBlock } from "./domain/complete-block"
import { mostDisputed } from "./domain/disputes"
import { agreementBand, intraclassCorrelations } from "./domain/icc"
import { ownScores } from "./domain/own-scores"
import { scoringViewSchema } from "./domain/scoring-filter"
import { openRound } from "./internal/blind"
import { type FrameworkRow, fetchFramework } from "./internal/framework-rows"
import { groupBy } from "./internal/group-by"
import { withinScoring } from "./internal/reach"
import { asScorers, isOneOf, nameOf, type ScoreRow, selectScores } from "./internal/score-rows"

type Found = {
  framework: FrameworkRow
  selected: { id: string; key: string; title: string }[]
  given: ScoreRow[]
  scorerIds: string[] | null
  count: number
  blind: boolean
}

function measure({ framework, selected, given, scorerIds, count, blind }: Found) {
  const { definition } = framework
  const byItem = groupBy(given, ({ itemId }) => itemId)
  const rows = selected.map(({ id }) => ({ itemId: id, scorers: asScorers(byItem.get(id) ?? []) }))
  const people = new Map(given.map((row) => [row.userId, nameOf(row)]))
  const raters = [...people.keys()].sort((a, b) => people.get(a)!.localeCompare(people.get(b)!, "en"))
  const own = ownScores(definition, rows, raters)
  const present = own.map((row) => row.map((score) => score !== null))
  const asked = scorerIds && raters.flatMap((id, place) => (scorerIds.includes(id) ? [place] : []))
  const block = asked ? blockOf(present, asked) : largestBlock(present)
  const ratings = block.items.map((item) => block.raters.map((rater) => own[item]![rater]!))
  const enough = isEnough(block.items.length, block.raters.length)
  const order = enough ? kendallW(ratings) : null
  const forms = enough ? intraclassCorrelations(ratings) : null
  const info = new Map(selected.map((item) => [item.id, item]))
  const name = (id: string) => people.get(id) ?? ""
  return {
    framework: { id: framework.id, key: framework.key, version: framework.version, definition },
    blind,
    /** Everybody who scored in this view, and the block that was measured: no one in it left an item out. */
    raters: raters.map((id, place) => ({ id, name: name(id), measured: block.raters.includes(place) })),
    items: block.items.length,
    scoredItems: rows.filter(({ scorers }) => scorers.length > 0).length,
    reason: reasonAgainst(blind, enough, order !== null || forms !== null, definition.name),
    order,
    value: forms && { ...forms.agreement, band: agreementBand(forms.agreement.value) },
    mean: forms?.agreementMean ?? null,
    disputed: mostDisputed(definition.criteria, rows, count).map(({ itemId, worst, total }) => ({
      item: info.get(itemId)!,
      criterion: worst.criterion,
      apart: worst.apart,
      total,
      low: { value: worst.low.value, people: worst.low.scorerIds.map(name) },
      high: { value: worst.high.value, people: worst.high.scorerIds.map(name) },
    })),
  }
}

function reasonAgainst(blind: boolean, enough: boolean, defined: boolean, name: string): string | null {
  if (blind) return `${name} is scored blind. Agreement can be measured once the scores are revealed`
  if (!enough) return "Not enough scorers: agreement needs two people who both scored the same three items"
  return defined ? null : "Everybody gave all items the same score, so there is no order to agree on"
}

/**
 * Whether people agree under a framework: on the order of the items (Kendall's W, corrected for ties) and on the
 * numbers (ICC(A,1) with its 95 % interval), over the largest set of people and items without holes, or over the
 * people named; and the items they are furthest apart on, with the criterion that causes it. @throws NOT_FOUND.
 */
export const measureAgreement = query("scoring.measureAgreement", {
  permission: "scoring.read",
  at: "rows",
  input: scoringViewSchema.extend({
    scorerIds: z.array(z.uuid()).min(1).max(100).optional(),
    disputed: z.number().int().min(0).max(100).default(8),
  }),
  async run(ctx, { frameworkKey, version, filter, scorerIds, disputed }): Promise<Found> {
    const framework = await fetchFramework(ctx, frameworkKey, version)
    const blind = (await openRound(ctx, framework.key)) !== undefined
    const given = blind ? [] : await selectScores(ctx, eq(scores.frameworkId, framework.id))
    const among = isOneOf(
      items.id,
      given.map(({ itemId }) => itemId),
    )
    const selected = given.length
      ? await selectItems(ctx, filter, withinScoring(ctx), among).orderBy(asc(items.rank), asc(items.id))
      : []
    const shown = new Set(selected.map(({ id }) => id))
    return {
      framework,
      selected,
      given: given.filter(({ itemId }) => shown.has(itemId)),
      scorerIds: scorerIds ?? null,
      count: disputed,
      blind,
    }
  },
  finish: async (found) => measure(found),
})
