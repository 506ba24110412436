import { answerScreening } from "@/server/dpia/answer-screening"
import { declarePersonalData } from "@/server/dpia/declare-personal-data"
import { type Criterion, type LegalCase, SCREENING_QUESTIONS } from "@/server/dpia/domain/screening"
import type { PersonalData } from "@/server/dpia/domain/screening-input"
import { giveScreeningView } from "@/server/dpia/give-screening-view"
import { startScreening } from "@/server/dpia/start-screening"
import { submitScreening } from "@/server/dpia/submit-screening"
import { approveInDemo } from "./approve"
import type { Cast } from "./cast"
import type { PersonId } from "./people"

type Stage = { cast: Cast; password: string; productIds: Map<string, string> }

const DECLARED: { slug: string; by: PersonId; personalData: PersonalData; note: string }[] = [
  { slug: "churn-signals", by: "marek", personalData: "personal", note: "Orders and complaints by customer" },
  { slug: "delivery-promise", by: "ines", personalData: "personal", note: "Postcode and delivery window" },
  {
    slug: "carrier-performance",
    by: "tomasz",
    personalData: "personal",
    note: "Scans by tour, and so by driver",
  },
  { slug: "returns-forecast", by: "ines", personalData: "personal", note: "Counts by household size" },
  {
    slug: "basket-margin",
    by: "ines",
    personalData: "personal",
    note: "Baskets carry a customer number since May",
  },
  { slug: "store-stock", by: "marek", personalData: "none", note: "Articles and stores only" },
  {
    slug: "shelf-availability",
    by: "marek",
    personalData: "personal",
    note: "Cameras of the pilot see who stands at a shelf",
  },
]

type DemoScreening = {
  slug: string
  by: PersonId
  description: string
  yes: (Criterion | LegalCase)[]
  notes: Partial<Record<Criterion | LegalCase, string>>
  override?: { reason: string; view: string }
}

const SCREENED: DemoScreening[] = [
  {
    slug: "churn-signals",
    by: "marek",
    description:
      "Signals from orders, returns and complaints name customers who may leave, so that the care team calls them.",
    yes: ["scoring", "large_scale", "matching"],
    notes: {
      scoring: "A probability for every customer",
      large_scale: "1.9 million customers in eleven countries",
    },
  },
  {
    slug: "delivery-promise",
    by: "ines",
    description: "A delivery window per order, shared with seven carriers.",
    yes: ["large_scale", "matching"],
    notes: { matching: "Orders with the carriers' scans" },
  },
  {
    slug: "carrier-performance",
    by: "tomasz",
    description: "Scans of seven carriers by tour and depot, for talks about contracts.",
    yes: ["monitoring", "vulnerable"],
    notes: {
      monitoring: "A tour is driven by one person",
      vulnerable: "Drivers are employees of the carriers",
    },
    override: {
      reason:
        "Tours are put together to depots before anybody sees them; no figure is about fewer than twelve drivers.",
      view: "Agreed. The carriers confirmed in writing that no single tour is asked for. Screen again if that changes.",
    },
  },
  {
    slug: "shelf-availability",
    by: "marek",
    description:
      "Cameras above the shelves of three stores look for gaps; customers and staff stand before them.",
    yes: ["public_monitoring", "monitoring", "vulnerable", "innovation"],
    notes: {
      public_monitoring: "Aisles of three stores, the whole day",
      vulnerable: "Staff cannot choose another aisle",
    },
  },
  {
    slug: "returns-forecast",
    by: "ines",
    description: "Parcels that come back, by week, warehouse and product group.",
    yes: [],
    notes: {},
  },
]

async function screen({ cast, password, productIds }: Stage, demo: DemoScreening): Promise<void> {
  const { ctx } = cast[demo.by]
  const { sofia } = cast
  const { id, lock } = await startScreening(ctx, { subject: { productId: productIds.get(demo.slug)! } })
  const yes: readonly string[] = demo.yes
  const answers = Object.fromEntries(
    SCREENING_QUESTIONS.map((question) => [
      question,
      yes.includes(question) ? ("yes" as const) : ("no" as const),
    ]),
  )
  const given = { answers, notes: demo.notes, description: demo.description }
  let saved = await answerScreening(ctx, { id, lock, changes: given })
  if (demo.override) {
    const { reason, view } = demo.override
    saved = await answerScreening(ctx, { id, lock: saved.lock, changes: { decision: "none", reason } })
    const seen = await giveScreeningView(sofia.ctx, { id, lock: saved.lock, view })
    saved = { ...saved, ...seen }
  }
  const { requestId } = await submitScreening(ctx, { id, lock: saved.lock })
  await approveInDemo(cast, "sofia", password, { requestId, note: "The answers fit what I know of it." })
}

/** What holds personal data, and five screenings; Basket margin still waits for one. */
export async function screenProducts(stage: Stage): Promise<void> {
  for (const { slug, by, personalData, note } of DECLARED) {
    const subject = { productId: stage.productIds.get(slug)! }
    await declarePersonalData(stage.cast[by].ctx, { subject, personalData, note })
  }
  for (const demo of SCREENED) await screen(stage, demo)
}
