import type { PersonId } from "./people"

export type DemoInitiative = {
  name: string
  description: string
  sponsor: PersonId | null
  owner: PersonId
  /** Title of its objective. */
  objective: string | null
  /** Quarters from the one of the seeding: first and last. */
  quarters: [number, number]
  products: string[]
  asked: { amount: string; reason: string; decision?: { amount: string | null; reason: string } }[]
  spent: { ago: number; amount: string; note: string }[]
}

/** Initiatives in every state of funding, some with something wrong. */
export const INITIATIVES: DemoInitiative[] = [
  {
    name: "Promise engine on the carrier stream",
    description:
      "Replace polling of seven carriers by their event streams, so that a promise is never older than minutes.",
    sponsor: "karin",
    owner: "ines",
    objective: "Parcels arrive when we said",
    quarters: [-1, 1],
    products: ["delivery-promise", "carrier-performance"],
    asked: [
      {
        amount: "180000",
        reason: "Two engineers for three quarters and the streams of two carriers",
        decision: { amount: "150000", reason: "One carrier's stream is free until next year" },
      },
    ],
    spent: [
      { ago: 27, amount: "62400", note: "Engineers, first quarter" },
      { ago: 9, amount: "18250.50", note: "Stream of carrier B" },
    ],
  },
  {
    name: "Win-back calls for customers about to leave",
    description: "The care team calls the 500 customers of the weekly list; half of them as a control group.",
    sponsor: "aisha",
    owner: "karin",
    objective: "Keep the customers we have",
    quarters: [0, 1],
    products: ["churn-signals"],
    asked: [{ amount: "95000", reason: "Two people in customer care for two quarters" }],
    spent: [],
  },
  {
    name: "Consent register for signals",
    description: "One place that says which signal may be used for whom.",
    sponsor: "sofia",
    owner: "karin",
    objective: "Keep the customers we have",
    quarters: [1, 2],
    products: ["churn-signals"],
    asked: [
      {
        amount: "30000",
        reason: "Licence and integration",
        decision: { amount: "30000", reason: "Needed before any signal is used" },
      },
    ],
    spent: [{ ago: 12, amount: "4000", note: "Deposit" }],
  },
  {
    name: "Shelf cameras in twelve stores",
    description: "A pilot that compares cameras with the manual walk.",
    sponsor: null,
    owner: "ines",
    objective: "What we have is on the shelf",
    quarters: [1, 3],
    products: ["shelf-availability"],
    asked: [
      {
        amount: "240000",
        reason: "Cameras, mounting and one year of service",
        decision: { amount: null, reason: "No sponsor answers for it. Ask again with three stores" },
      },
    ],
    spent: [],
  },
  {
    name: "Margin ledger by month and country",
    description: "Basket margin agrees with the ledger before it is used in any review.",
    sponsor: "hugo",
    owner: "ines",
    objective: null,
    quarters: [-1, 0],
    products: ["basket-margin"],
    asked: [
      {
        amount: "40000",
        reason: "A controller for one quarter",
        decision: { amount: "40000", reason: "Needed for the year-end" },
      },
    ],
    spent: [
      { ago: 24, amount: "21500", note: "Controller, July and August" },
      { ago: 10, amount: "26000", note: "Controller, extended by a month" },
    ],
  },
  {
    name: "Store managers read the gap list",
    description: "Half a day of training per store, held by the people who built it.",
    sponsor: "tomasz",
    owner: "ines",
    objective: "What we have is on the shelf",
    quarters: [2, 3],
    products: ["shelf-availability", "store-stock"],
    asked: [],
    spent: [],
  },
]
