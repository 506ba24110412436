import { legalHolds } from "@/db/schema/privacy-retention"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { holdFields } from "./domain/retention-rule"
import { assetNamed } from "./internal/asset-named"

/** Keeps everything of an asset from being removed, until the last day or until the hold is lifted. */
export const placeLegalHold = command("privacy.placeLegalHold", {
  permission: "retention.edit",
  input: holdFields,
  async run(ctx, input) {
    if (input.untilOn !== null && input.untilOn < input.fromOn) {
      throw invalidField("untilOn", "The last day lies before the first")
    }
    const asset = await assetNamed(ctx, input.assetId)
    const id = newId()
    await ctx.db
      .insert(legalHolds)
      .values({ ...input, id, workspaceId: ctx.workspaceId, placedBy: ctx.userId, placedAt: ctx.now })
    ctx.record({
      targets: asset.targets,
      summary: `Placed a legal hold on ${asset.name} from ${input.fromOn}${input.untilOn ? ` to ${input.untilOn}` : ""}`,
      after: { askedBy: input.askedBy, fromOn: input.fromOn, untilOn: input.untilOn },
      reason: input.reason,
    })
    return { id }
  },
})
