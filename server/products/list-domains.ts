import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { selectDomains } from "./internal/domain-rows"

/** Domains by name, with owner, steward and number of products; limited grants see their own part. */
export const listDomains = query("products.listDomains", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => selectDomains(ctx),
})
