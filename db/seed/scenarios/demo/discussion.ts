import { getItem } from "@/server/backlog/get-item"
import { relateItems } from "@/server/backlog/relate-items"
import { updateItem } from "@/server/backlog/update-item"
import { addComment } from "@/server/discussion/add-comment"
import { addLink } from "@/server/discussion/add-link"
import { storeAttachment } from "@/server/discussion/store-attachment"
import type { Cast } from "./cast"
import type { PersonId } from "./people"

const INCIDENT = "Root cause INC-207: carrier poll backs off for too long"
const FALLBACK = "Fallback promise when a carrier is silent"
const COLLECT = "Predict promise for click-and-collect orders"
const DRIFT = "Alert on promise drift by carrier, before customers see it"
const CONFIDENCE = "Show promise confidence to customer care agents"
const BADGE = "Freshness badge in checkout"
const FORMULA = "Late parcel cost: agree the formula with finance"

/** What is part of the epic. */
const PARTS = [DRIFT, "Weather feed at hourly grain", "Retry on carrier limit"]

/** First, then what waits for it. The longest chain leads from the incident to the badge in checkout. */
const DEPENDENCIES: [string, string][] = [
  [INCIDENT, FALLBACK],
  ["Weather feed at hourly grain", FALLBACK],
  [FALLBACK, CONFIDENCE],
  [INCIDENT, DRIFT],
  [DRIFT, CONFIDENCE],
  [CONFIDENCE, BADGE],
  ["Holiday calendar per region, all 11 countries", COLLECT],
  ["Parcel shops: opening hours from partner feed", COLLECT],
]

const COMMENTS: { on: string; by: PersonId; text: string }[] = [
  {
    on: INCIDENT,
    by: "tomasz",
    text: "@Priya Raman the carrier says they allow **60 calls a minute**, not 20. Can the cap follow what they answer?",
  },
  {
    on: INCIDENT,
    by: "priya",
    text: "It can: the refusal carries `Retry-After`. I read that first and fall back to five minutes.\n\n- refusals per hour are in the attached file\n- the worst one is 11 October, 02:00",
  },
  {
    on: CONFIDENCE,
    by: "aisha",
    text: "@Ines Moreau agents ask for one thing only: may they promise it, yes or no. A percentage helps nobody on the phone.",
  },
  {
    on: FORMULA,
    by: "hugo",
    text: "The voucher is cashable, the call is not: it takes an agent's time that we pay anyway. @Ines Moreau do you agree to count the two apart?",
  },
  {
    on: COLLECT,
    by: "marek",
    text: "Opening hours are wrong for 40 of 1,900 shops today. I would wait for the partner feed.",
  },
]

/** Refusals per hour of one night, as somebody would export them. */
function refusals(): string {
  const rows = Array.from({ length: 24 }, (_, hour) => {
    const count = hour === 2 ? 412 : Math.max(0, 60 - Math.abs(hour - 3) * 9)
    return `2026-10-11T${String(hour).padStart(2, "0")}:00Z,NordPost,${count}`
  })
  return `hour,carrier,refusals\n${rows.join("\n")}\n`
}

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

/** Parts, dependencies, comments with mentions, a file and links around the delivery promise. */
export async function discussWork(
  cast: Cast,
  added: { id: string; item: { title: string } }[],
): Promise<void> {
  const idOf = (title: string) => {
    const found = added.find(({ item }) => item.title === title)
    if (!found) throw new Error(`The demo has no item “${title}”`)
    return found.id
  }
  const { ctx: tomasz } = cast.tomasz
  for (const title of PARTS) {
    const { id, version } = await getItem(tomasz, { id: idOf(title) })
    await updateItem(tomasz, { id, version, changes: { parentId: idOf(FALLBACK) } })
  }
  for (const [first, then] of DEPENDENCIES) {
    await relateItems(tomasz, { fromId: idOf(first), toId: idOf(then), word: "blocks" })
  }
  await relateItems(tomasz, { fromId: idOf(INCIDENT), toId: idOf("Retry on carrier limit"), word: "relates" })
  const incident = { type: "item" as const, id: idOf(INCIDENT) }
  await addLink(tomasz, {
    subject: incident,
    url: "https://status.northmark.example/incidents/207",
    title: "Incident report INC-207",
  })
  await storeAttachment(cast.priya.ctx, {
    subject: incident,
    fileName: "carrier-refusals-2026-10-11.csv",
    content: bytes(refusals()),
  })
  for (const { on, by, text } of COMMENTS) {
    await addComment(cast[by].ctx, { subject: { type: "item", id: idOf(on) }, text })
  }
}
