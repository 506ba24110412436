import type { Role } from "@/server/kernel/domain/permissions"

/** Sets of roles, written down independently of the code. */

export const EVERYONE: Role[] = [
  "administrator",
  "product_owner",
  "delivery_lead",
  "data_engineer",
  "data_steward",
  "privacy_officer",
  "finance_reviewer",
  "stakeholder",
  "auditor",
]
export const ACTORS = EVERYONE.filter((role) => role !== "auditor")
export const ADMINISTRATOR: Role[] = ["administrator"]
export const BUILDERS: Role[] = [
  "administrator",
  "product_owner",
  "delivery_lead",
  "data_engineer",
  "data_steward",
]
export const RANKERS: Role[] = ["administrator", "product_owner", "delivery_lead"]
export const CATALOGUERS: Role[] = ["administrator", "product_owner", "data_engineer", "data_steward"]
export const CLASSIFIERS: Role[] = ["administrator", "data_steward", "privacy_officer"]
export const GUARDIANS: Role[] = ["data_steward", "privacy_officer"]
export const ASSESSORS: Role[] = [...BUILDERS, "privacy_officer"]
export const TRAIL_READERS: Role[] = ["administrator", "privacy_officer", "auditor"]

/** Who may call which operations. */
export type Group = [readonly Role[], string[]]
