import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { selectInitiatives } from "./internal/initiative-rows"
import { currencyInUse } from "./internal/workspace-currency"

/** The roadmap: every initiative with its money and warnings, by quarter; `currency` is null before the first amount. */
export const listInitiatives = query("strategy.listInitiatives", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    return { initiatives: await selectInitiatives(ctx), currency: await currencyInUse(ctx) }
  },
})
