import { createActivity } from "@/server/privacy/create-activity"
import type { ActivityFields } from "@/server/privacy/domain/processing-activity"
import { getActivity } from "@/server/privacy/get-activity"
import { submitActivity } from "@/server/privacy/submit-activity"
import { updateActivity } from "@/server/privacy/update-activity"
import { approveInDemo } from "./approve"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"

const COMPANY: Partial<ActivityFields> = {
  controllers: "Northmark Retail, Hafenstrasse 12, Hamburg; privacy@northmark.example",
  officer: "Sofia Lindqvist, dpo@northmark.example",
}

type Entry = {
  name: string
  role?: "processor"
  product: string | null
  changes: Partial<ActivityFields>
  /** Said of categories for which no rule is set. */
  erased?: string
  reviewIn: number
}

const ENTRIES: Entry[] = [
  {
    name: "Delivering orders",
    product: "delivery-promise",
    erased: "With the order, at the latest after 3 years",
    reviewIn: 160,
    changes: {
      ...COMPANY,
      legalBasis: "b",
      basisNote: "The sale: without an address nothing can be delivered",
      people: ["Customers", "Recipients of parcels"],
      recipients: ["Carriers", "Customer care"],
      parties: [
        { name: "Rheinfracht", role: "independent_controller", country: "Germany" },
        { name: "Cloudhaus hosting", role: "processor", country: "Ireland" },
      ],
      transfersOutside: false,
    },
  },
  {
    name: "Seeing who may leave",
    product: "churn-signals",
    reviewIn: 9,
    changes: {
      ...COMPANY,
      legalBasis: "f",
      basisNote: "Keeping customers; weighed in the impact assessment",
      people: ["Customers"],
      recipients: ["Marketing"],
      transfersOutside: true,
      transfers: [{ to: "Mailbird Inc.", country: "United States", mechanism: "clauses", safeguards: "" }],
    },
  },
  {
    name: "Forecasting returns for the outlet partner",
    role: "processor",
    product: "returns-forecast",
    reviewIn: 210,
    changes: {
      controllers: "Fundus Outlet, Lindenweg 3, Graz; datenschutz@fundus.example",
      officer: "Sofia Lindqvist, dpo@northmark.example",
      workDone: "Counts of parcels that come back, from the partner's order events",
      transfersOutside: false,
      security: "Order events without names; access by role, encrypted at rest and in transit",
    },
  },
]

/** The steward writes the record of processing from the products; the officer approves the first entry. */
export async function recordProcessing(
  cast: Cast,
  clock: StoryClock,
  password: string,
  productIds: Map<string, string>,
): Promise<void> {
  const { ctx, userId } = cast.marek
  const written: { id: string; version: number }[] = []
  for (const { name, role = "controller", product, changes, erased, reviewIn } of ENTRIES) {
    const productId = product && productIds.get(product)!
    const { id, key } = await createActivity(ctx, { name, role, productId })
    const { fields, version } = await getActivity(ctx, { key })
    const categories = fields.categories.map((one) => ({
      ...one,
      retention: one.retention || (erased ?? ""),
    }))
    const more = { ownerId: userId, nextReviewOn: clock.day(reviewIn) }
    written.push(
      await updateActivity(ctx, { id, version, fields: { ...fields, ...changes, ...more, categories } }),
    )
  }
  const [delivery, , forecast] = written
  const asked = await submitActivity(ctx, { ...delivery!, note: "First entry of the new record" })
  const note = "Complete; the carriers are named one by one"
  await approveInDemo(cast, "sofia", password, { requestId: asked.requestId, note })
  await submitActivity(ctx, forecast!)
}
