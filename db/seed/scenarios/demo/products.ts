import type { Lifecycle } from "@/server/products/domain/product"
import type { PersonId } from "./people"

export const COMPANY = { name: "Northmark Retail", slug: "northmark", itemPrefix: "NM" }

type DemoDomain = { key: string; name: string; description: string; owner: PersonId; steward: PersonId }

export const DOMAINS: DemoDomain[] = [
  {
    key: "FUL",
    name: "Fulfilment",
    description: "Parcels from the warehouse to the customer's door: promises, carriers, returns.",
    owner: "ines",
    steward: "priya",
  },
  {
    key: "STO",
    name: "Store operations",
    description: "What is in which store and on which shelf, in 214 stores in eleven countries.",
    owner: "tomasz",
    steward: "marek",
  },
  {
    key: "COM",
    name: "Commerce",
    description: "Prices, baskets and margin of the web shop and the stores.",
    owner: "ines",
    steward: "marek",
  },
  {
    key: "CUS",
    name: "Customer",
    description: "Who buys, who stays and why, within what customers agreed to.",
    owner: "karin",
    steward: "marek",
  },
]

type DemoProduct = {
  slug: string
  domain: string
  name: string
  question: string
  description: string
  owner: PersonId
  steward: PersonId | null
  lifecycle: Lifecycle
}

export const PRODUCTS: DemoProduct[] = [
  {
    slug: "delivery-promise",
    domain: "FUL",
    name: "Delivery promise",
    question: "When will this order arrive, and how sure are we?",
    description:
      "A delivery window per order, shown in the checkout and kept up to date until the parcel is handed over.\n\n**Consumers:** checkout, customer care, carrier hand-over.\n\n**Refreshed:** every 30 minutes from order, stock and carrier events.",
    owner: "ines",
    steward: "priya",
    lifecycle: "live",
  },
  {
    slug: "carrier-performance",
    domain: "FUL",
    name: "Carrier performance",
    question: "Which carrier keeps its promise on which route, and what does a missed one cost?",
    description:
      "Scan events of seven carriers, matched with promises and with invoices. Used in contract negotiations.",
    owner: "tomasz",
    steward: "priya",
    lifecycle: "live",
  },
  {
    slug: "returns-forecast",
    domain: "FUL",
    name: "Returns forecast",
    question: "How many parcels come back next week, to which warehouse?",
    description: "Weekly forecast by warehouse and product group; staffing of the returns desks follows it.",
    owner: "ines",
    steward: "priya",
    lifecycle: "live",
  },
  {
    slug: "store-stock",
    domain: "STO",
    name: "Store stock",
    question: "How many pieces of an article are in a store right now?",
    description:
      "Stock position per store and article, corrected by counts and by click-and-collect reservations.",
    owner: "tomasz",
    steward: "marek",
    lifecycle: "live",
  },
  {
    slug: "shelf-availability",
    domain: "STO",
    name: "Shelf availability",
    question: "Which article is in the store but not on the shelf?",
    description: "Gaps found from sales patterns and stock; store teams get a list every two hours.",
    owner: "ines",
    steward: "marek",
    lifecycle: "building",
  },
  {
    slug: "basket-margin",
    domain: "COM",
    name: "Basket margin",
    question: "What did we earn on this basket after discounts, delivery and returns?",
    description:
      "Margin per basket down to the line, with delivery and return costs allocated by finance's own rules.",
    owner: "ines",
    steward: "marek",
    lifecycle: "live",
  },
  {
    slug: "price-elasticity",
    domain: "COM",
    name: "Price elasticity",
    question: "How much less do we sell when a price goes up by one per cent?",
    description: "Elasticity per product group from three years of prices and promotions.",
    owner: "tomasz",
    steward: null,
    lifecycle: "proposed",
  },
  {
    slug: "churn-signals",
    domain: "CUS",
    name: "Churn signals",
    question: "Which customers are about to leave, early enough to do something about it?",
    description:
      "Signals from orders, returns and complaints of customers who agreed to it. No profile leaves the region.",
    owner: "karin",
    steward: "marek",
    lifecycle: "building",
  },
]
