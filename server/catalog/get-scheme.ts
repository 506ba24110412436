import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { schemeOf } from "./scheme-of"

/** Levels from the least to the most protected, and data classes, with the version that an editor sends back. */
export const getScheme = query("catalog.getScheme", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => schemeOf(ctx),
})
