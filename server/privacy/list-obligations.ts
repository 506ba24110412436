import { z } from "zod"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { selectControls, selectObligations } from "./internal/obligation-rows"

/** Every obligation in force with the controls that answer it, and every control. */
export const listObligations = query("privacy.listObligations", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({}),
  async run(ctx) {
    const [obligations, controls] = await Promise.all([selectObligations(ctx), selectControls(ctx)])
    return { obligations, controls }
  },
})
