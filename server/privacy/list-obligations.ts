import { z } from "zod"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { selectControls, selectObligations } from "./internal/obligation-rows"
import { checkChoices, readControls } from "./internal/read-controls"

/**
 * Every obligation in force with the controls that answer it, every control with what it shows at this moment, and the
 * computed checks that a control may name. Readings are states and counts, and the same for every reader.
 */
export const listObligations = query("privacy.listObligations", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({}),
  async run(ctx) {
    const [obligations, controls] = await Promise.all([selectObligations(ctx), selectControls(ctx)])
    const readingOf = await readControls(ctx, controls)
    return {
      obligations,
      controls: controls.map((control) => ({ ...control, reading: readingOf(control.id) })),
      checks: checkChoices(),
    }
  },
})
