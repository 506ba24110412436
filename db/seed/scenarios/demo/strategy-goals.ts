import type { KeyResultFields } from "@/server/strategy/domain/key-result"
import type { PersonId } from "./people"

type DemoKeyResult = Omit<KeyResultFields, "startDate" | "ownerId"> & {
  owner: PersonId
  /** What was measured so many days ago. */
  measured: { ago: number; value: string }[]
  source: string
  products?: { slug: string; note: string }[]
  /** Titles of items. */
  items?: string[]
}

export type DemoObjective = {
  title: string
  description: string
  owner: PersonId
  domain: string
  /** Days before the seeding on which it begins. */
  begins: number
  /** Months it lasts. */
  months: number
  keyResults: DemoKeyResult[]
}

const after = (amount: number, unit: "month" | "quarter" | "year") => ({
  kind: "duration" as const,
  amount,
  unit,
})
const by = (direction: "increase" | "decrease", percent: string) => ({
  kind: "relative" as const,
  direction,
  percent,
})
const to = (direction: "increase" | "decrease", value: string) => ({
  kind: "absolute" as const,
  direction,
  value,
})

/** The objectives of the demo company: on track, behind, kept in a range, measured too long ago, and one nobody works on. */
export const OBJECTIVES: DemoObjective[] = [
  {
    title: "Keep the customers we have",
    description:
      "A customer who leaves costs us 84 euro of margin a year. Every second one leaves within eight weeks of a late parcel or a return that took too long.\n\nAgreed with the board on the spring offsite.",
    owner: "karin",
    domain: "CUS",
    begins: 70,
    months: 6,
    keyResults: [
      {
        metric: "Churn",
        unit: "%",
        baseline: "4.8",
        target: by("decrease", "15"),
        due: after(6, "month"),
        rhythmDays: 14,
        owner: "karin",
        source: "Customer ledger, leavers of the last 90 days",
        measured: [
          { ago: 63, value: "4.8" },
          { ago: 49, value: "4.71" },
          { ago: 35, value: "4.66" },
          { ago: 22, value: "4.55" },
          { ago: 9, value: "4.51" },
        ],
        products: [{ slug: "churn-signals", note: "Names customers early enough to call them" }],
        items: ["First list for the care team, 500 customers", "Late delivery as a churn signal"],
      },
      {
        metric: "Repeat purchases",
        unit: "%",
        baseline: "38.5",
        target: to("increase", "42"),
        due: after(6, "month"),
        rhythmDays: 30,
        owner: "ines",
        source: "Orders of known customers within 60 days",
        measured: [
          { ago: 42, value: "38.6" },
          { ago: 12, value: "38.9" },
        ],
        products: [{ slug: "basket-margin", note: "Shows which offers bring people back" }],
        items: ["Which discount codes lose money?"],
      },
    ],
  },
  {
    title: "Parcels arrive when we said",
    description:
      "The checkout promises an hour. Customer care takes 1,900 calls a week because it does not hold.",
    owner: "ines",
    domain: "FUL",
    begins: 84,
    months: 6,
    keyResults: [
      {
        metric: "Promises kept",
        unit: "%",
        baseline: "91.2",
        target: to("increase", "96"),
        due: after(2, "quarter"),
        rhythmDays: 14,
        owner: "ines",
        source: "Delivery promise against hand-over scans",
        measured: [
          { ago: 70, value: "91.5" },
          { ago: 56, value: "92" },
          { ago: 42, value: "92.6" },
          { ago: 28, value: "93.1" },
          { ago: 10, value: "93.4" },
        ],
        products: [
          { slug: "delivery-promise", note: "The promise itself" },
          { slug: "carrier-performance", note: "Shows which carrier breaks it" },
        ],
        items: ["Fallback promise when a carrier is silent", "Predict promise for click-and-collect orders"],
      },
      {
        metric: "Age of a promise",
        unit: "minutes",
        baseline: "26",
        target: { kind: "range", low: "1", high: "30" },
        due: after(2, "quarter"),
        rhythmDays: 14,
        owner: "priya",
        source: "Freshness check of promise_fact, 95th percentile",
        measured: [
          { ago: 56, value: "27" },
          { ago: 26, value: "47" },
          { ago: 11, value: "24" },
        ],
        items: ["Root cause INC-207: carrier poll backs off for too long"],
      },
      {
        metric: "Returns handled later than promised",
        unit: "parcels a week",
        baseline: "3100",
        target: by("decrease", "20"),
        due: after(2, "quarter"),
        rhythmDays: 30,
        owner: "tomasz",
        source: "Returns desks, weekly report",
        measured: [
          { ago: 55, value: "3140" },
          { ago: 13, value: "3085" },
        ],
        products: [{ slug: "returns-forecast", note: "Staffs the returns desks" }],
      },
    ],
  },
  {
    title: "What we have is on the shelf",
    description: "Eleven of a hundred shelf gaps are articles that lie in the stock room.",
    owner: "tomasz",
    domain: "STO",
    begins: 98,
    months: 9,
    keyResults: [
      {
        metric: "Gaps on the shelf",
        unit: "per store and day",
        baseline: "64",
        target: by("decrease", "30"),
        due: after(9, "month"),
        rhythmDays: 14,
        owner: "tomasz",
        source: "Manual walk in twelve stores",
        measured: [
          { ago: 77, value: "62" },
          { ago: 38, value: "55" },
        ],
        products: [
          { slug: "shelf-availability", note: "Sends the list of gaps to the tablets" },
          { slug: "store-stock", note: "Knows what lies in the stock room" },
        ],
      },
    ],
  },
  {
    title: "A lighter parcel",
    description:
      "The climate report of next year needs a figure per parcel, and a smaller one than this year.",
    owner: "karin",
    domain: "FUL",
    begins: 20,
    months: 12,
    keyResults: [
      {
        metric: "Carbon per parcel",
        unit: "g",
        baseline: "410",
        target: by("decrease", "10"),
        due: after(1, "year"),
        rhythmDays: 91,
        owner: "aisha",
        source: "",
        measured: [],
      },
    ],
  },
]
