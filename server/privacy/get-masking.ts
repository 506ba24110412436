import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { selectPurposes, selectRoles } from "./internal/masking-rows"

/** Warehouse roles with what each sees of which class, and the purposes that need consent. */
export const getMasking = query("privacy.getMasking", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({}),
  run: async (ctx) => ({ roles: await selectRoles(ctx), purposes: await selectPurposes(ctx) }),
})
