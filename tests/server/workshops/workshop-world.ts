import type { Ctx } from "@/server/kernel/context"
import { advanceWorkshop } from "@/server/workshops/advance-workshop"
import type { WorkshopPhase } from "@/server/workshops/domain/workshop"
import { getWorkshop } from "@/server/workshops/get-workshop"
import { joinWorkshop } from "@/server/workshops/join-workshop"
import { openWorkshop } from "@/server/workshops/open-workshop"
import { saveEntries } from "@/server/workshops/save-entries"
import { beginScoring, type Wsjf, wsjf } from "@/tests/server/scoring/scoring-world"
import { NOW, type World } from "@/tests/support/world"

/** So many seconds after the fixed clock. */
export const later = <C extends Ctx>(ctx: C, seconds: number): C => ({
  ...ctx,
  clock: () => new Date(Date.parse(NOW) + seconds * 1000).toISOString(),
})

/** Three items, a facilitator (Ines's role) and two scorers who joined, in the lobby. */
export async function beginWorkshop(world: World) {
  const scoring = await beginScoring(world)
  const { workspace, add } = scoring
  const lead = await workspace.member("product_owner")
  const hugo = await workspace.member("finance_reviewer")
  const priya = await workspace.member("data_engineer")
  const items = [await add("Fallback promise"), await add("Holiday calendar"), await add("Return labels")]
  const { id } = await openWorkshop(lead, {
    title: "Order for the fourth quarter",
    frameworkKey: "wsjf",
    itemIds: items.map((item) => item.id),
    invite: [hugo.userId, priya.userId],
  })
  for (const person of [hugo, priya]) await joinWorkshop(person, { id })
  const go = async (to: "scoring" | "discussing" | "deciding", itemIds: string[] = []) => {
    const { phase, round } = await getWorkshop(lead, { id })
    return advanceWorkshop(lead, { id, to, from: { phase, round }, itemIds })
  }
  const give = (person: Ctx, item: number, values: Wsjf, more: { round?: number; version?: number } = {}) =>
    saveEntries(person, {
      id,
      round: more.round ?? 1,
      entries: [{ itemId: items[item]!.id, inputs: wsjf(values), version: more.version ?? 0 }],
    })
  /** Everybody scores everything; only Hugo sees the first item's value differently. */
  const scoreAll = async () => {
    for (const person of [lead, hugo, priya]) {
      await give(person, 0, [person === hugo ? 3 : 13, 8, 5, 3])
      await give(person, 1, [5, 5, 3, 2])
      await give(person, 2, [1, 2, 1, 5])
    }
  }
  return { ...scoring, lead, hugo, priya, items, id, go, give, scoreAll }
}

export type BegunWorkshop = Awaited<ReturnType<typeof beginWorkshop>>
export const at = (phase: WorkshopPhase, round: number) => ({ phase, round })
