import type { Role } from "@/server/kernel/domain/permissions"

/** The people of the demo company: one per role. */
export const PEOPLE = [
  { id: "karin", name: "Karin Aalto", role: "administrator", job: "Head of data" },
  { id: "ines", name: "Ines Moreau", role: "product_owner", job: "Product owner, fulfilment data" },
  { id: "tomasz", name: "Tomasz Bielak", role: "delivery_lead", job: "Delivery lead" },
  { id: "priya", name: "Priya Raman", role: "data_engineer", job: "Data engineer" },
  { id: "marek", name: "Marek Novak", role: "data_steward", job: "Data steward, stores" },
  { id: "sofia", name: "Sofia Lindqvist", role: "privacy_officer", job: "Data protection officer" },
  { id: "hugo", name: "Hugo Brandt", role: "finance_reviewer", job: "Finance business partner" },
  { id: "aisha", name: "Aisha Rahman", role: "stakeholder", job: "Customer care operations" },
  { id: "lena", name: "Lena Koch", role: "auditor", job: "Internal audit" },
] as const satisfies readonly { id: string; name: string; role: Role; job: string }[]

export type PersonId = (typeof PEOPLE)[number]["id"]

export const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@northmark.example`
