import { z } from "zod"
import { type HeldGrant, holds } from "@/server/kernel/domain/grants"
import { ALL_PERMISSIONS, type Permission } from "@/server/kernel/domain/permissions"

export const LONGEST_TOKEN_DAYS = 365

export const tokenFields = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Name the machine or script that will use it")
    .max(120, "A name has at most 120 characters"),
  permissions: z
    .array(z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]], "Choose from the list of permissions"))
    .min(1, "Choose at least one permission")
    .max(ALL_PERMISSIONS.length)
    .transform((chosen) => ALL_PERMISSIONS.filter((permission) => chosen.includes(permission))),
  expiresInDays: z
    .int("Give whole days")
    .min(1, "A token lasts at least one day")
    .max(LONGEST_TOKEN_DAYS, `A token lasts at most ${LONGEST_TOKEN_DAYS} days; make a new one then`),
})

/** Permissions a person may put into a token: those that they hold somewhere themselves. */
export function tokenPermissions(grants: readonly HeldGrant[]): Permission[] {
  return ALL_PERMISSIONS.filter((permission) => holds(grants, permission))
}
