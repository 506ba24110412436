import { advanceWorkshop } from "@/server/workshops/advance-workshop"
import { closeWorkshop } from "@/server/workshops/close-workshop"
import type { WorkshopPhase } from "@/server/workshops/domain/workshop"
import { finishScoring } from "@/server/workshops/finish-scoring"
import { joinWorkshop } from "@/server/workshops/join-workshop"
import { openWorkshop } from "@/server/workshops/open-workshop"
import { recordDissent } from "@/server/workshops/record-dissent"
import { saveEntries } from "@/server/workshops/save-entries"
import type { Cast } from "./cast"
import type { DemoItem } from "./demo-item"
import type { PersonId } from "./people"

type Added = { id: string; item: DemoItem }
type Values = [reach: number, impact: number, confidence: number, effort: number]

const TITLES = {
  fallback: "Fallback promise when a carrier is silent",
  holiday: "Holiday calendar per region, all 11 countries",
  alert: "Alert on promise drift by carrier, before customers see it",
  badge: "Freshness badge in checkout",
  confidence: "Show promise confidence to customer care agents",
} as const
type Name = keyof typeof TITLES
const NAMES = Object.keys(TITLES) as Name[]

/** What each gave in the first round, and why where they were far apart. */
const FIRST: Partial<Record<PersonId, { values: Record<Name, Values>; note?: [Name, string] }>> = {
  ines: {
    values: {
      fallback: [180_000, 3, 0.8, 3],
      holiday: [240_000, 2, 1, 2],
      alert: [60_000, 2, 0.8, 2],
      badge: [400_000, 1, 0.5, 1.5],
      confidence: [20_000, 1, 0.8, 1],
    },
    note: ["fallback", "Every fifth order in peak week meets a silent carrier"],
  },
  priya: {
    values: {
      fallback: [150_000, 3, 0.8, 4],
      holiday: [240_000, 2, 1, 3],
      alert: [60_000, 2, 0.5, 2],
      badge: [400_000, 0.5, 0.5, 2],
      confidence: [20_000, 2, 0.8, 1],
    },
  },
  hugo: {
    values: {
      fallback: [150_000, 0.5, 0.5, 4],
      holiday: [200_000, 2, 0.8, 2],
      alert: [60_000, 1, 0.8, 2],
      badge: [400_000, 1, 0.5, 1.5],
      confidence: [20_000, 1, 0.8, 1],
    },
    note: ["fallback", "A promise that we then break costs more than none"],
  },
  aisha: {
    values: {
      fallback: [180_000, 2, 0.8, 3],
      holiday: [240_000, 3, 1, 2],
      alert: [40_000, 1, 0.5, 2],
      badge: [400_000, 1, 0.8, 1],
      confidence: [30_000, 3, 0.8, 1],
    },
    note: ["confidence", "Agents read the promise out loud; today they guess how sure it is"],
  },
}

const SECOND: Partial<Record<PersonId, Partial<Record<Name, Values>>>> = {
  ines: { fallback: [160_000, 2, 0.8, 4], confidence: [25_000, 2, 0.8, 1] },
  priya: { fallback: [160_000, 3, 0.8, 4], confidence: [25_000, 2, 0.8, 1] },
  hugo: { fallback: [160_000, 1, 0.5, 4], confidence: [25_000, 2, 0.8, 1] },
  aisha: { fallback: [160_000, 2, 0.8, 4], confidence: [25_000, 3, 0.8, 1] },
}

const inputsOf = ([reach, impact, confidence, effort]: Values) => ({ reach, impact, confidence, effort })
const at = (phase: WorkshopPhase, round: number) => ({ phase, round })

/** The people of a workshop in the order in which they act. */
const entriesOf = <T>(by: Partial<Record<PersonId, T>>) => Object.entries(by) as [PersonId, T][]

async function playClosed(cast: Cast, idOf: (name: Name) => string): Promise<void> {
  const lead = cast.ines.ctx
  const { id } = await openWorkshop(lead, {
    title: "What the delivery promise does before the peak",
    frameworkKey: "rice",
    itemIds: NAMES.map(idOf),
    invite: [cast.priya.userId, cast.hugo.userId, cast.aisha.userId],
  })
  for (const person of [cast.priya, cast.hugo, cast.aisha]) await joinWorkshop(person.ctx, { id })
  await advanceWorkshop(lead, { id, to: "scoring", from: at("lobby", 0) })
  for (const [person, { values, note }] of entriesOf(FIRST)) {
    const entries = NAMES.map((name) => ({
      itemId: idOf(name),
      inputs: inputsOf(values[name]),
      ...(note?.[0] === name && { note: note[1] }),
    }))
    await saveEntries(cast[person].ctx, { id, round: 1, entries })
    await finishScoring(cast[person].ctx, { id, round: 1 })
  }
  await advanceWorkshop(lead, { id, to: "discussing", from: at("scoring", 1) })
  const itemIds = [idOf("fallback"), idOf("confidence")]
  await advanceWorkshop(lead, { id, to: "scoring", from: at("discussing", 1), itemIds })
  for (const [person, values] of entriesOf(SECOND)) {
    const entries = entriesOfNames(values).map(([name, value]) => ({
      itemId: idOf(name),
      inputs: inputsOf(value),
    }))
    await saveEntries(cast[person].ctx, { id, round: 2, entries })
  }
  await advanceWorkshop(lead, { id, to: "discussing", from: at("scoring", 2) })
  await recordDissent(cast.hugo.ctx, {
    id,
    text: "The fallback promise should wait until the carrier contract says who pays for a broken one.",
  })
  await advanceWorkshop(lead, { id, to: "deciding", from: at("discussing", 2) })
  const decision =
    "Holiday calendar first, it is certain and small. The fallback promise is built with a limit per carrier, so that Hugo's worry is answered before it goes wide. The freshness badge waits for the result of the confidence test with customer care."
  await closeWorkshop(lead, { id, from: at("deciding", 2), decision })
}

const entriesOfNames = (values: Partial<Record<Name, Values>>) => Object.entries(values) as [Name, Values][]

/** Open since this morning, in silent scoring: two are on their way, one is done, one has not joined. */
async function playOpen(cast: Cast, itemIds: string[]): Promise<void> {
  const lead = cast.tomasz.ctx
  const { id } = await openWorkshop(lead, {
    title: "Order for the next two sprints",
    frameworkKey: "wsjf",
    itemIds,
    invite: [cast.ines.userId, cast.priya.userId, cast.marek.userId],
  })
  await joinWorkshop(cast.ines.ctx, { id })
  await joinWorkshop(cast.priya.ctx, { id })
  await advanceWorkshop(lead, { id, to: "scoring", from: at("lobby", 0) })
  const keys = ["business_value", "time_criticality", "risk_reduction", "job_size"]
  const scale = [1, 2, 3, 5, 8, 13, 20]
  const values = (item: number) =>
    Object.fromEntries(keys.map((key, index) => [key, scale[(item * 3 + index * 2) % scale.length]!]))
  const give = (person: PersonId, from: number, to: number) =>
    saveEntries(cast[person].ctx, {
      id,
      round: 1,
      entries: itemIds.slice(from, to).map((itemId, index) => ({ itemId, inputs: values(from + index) })),
    })
  await give("priya", 0, itemIds.length)
  await finishScoring(cast.priya.ctx, { id, round: 1 })
  await give("tomasz", 0, 2)
}

/** Two workshops: one decided, with two rounds and a dissent, and one in silent scoring. */
export async function holdWorkshops(cast: Cast, added: readonly Added[]): Promise<void> {
  const idOf = (name: Name) => added.find(({ item }) => item.title === TITLES[name])!.id
  await playClosed(cast, idOf)
  const open = added.filter(
    ({ item }) =>
      item.wsjf &&
      !item.split &&
      ["idea", "refine", "ready"].includes(item.status) &&
      !Object.values<string>(TITLES).includes(item.title),
  )
  await playOpen(
    cast,
    open.slice(0, 6).map(({ id }) => id),
  )
}
