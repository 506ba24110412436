import { z } from "zod"
import { ITEM_TYPES, type ItemChanges, type ItemType } from "../domain/item"
import { LANES } from "../domain/wip"

/** From one lane to another; null is the lane of those without an owner, product … */
export const laneMoveSchema = z
  .object({ by: z.enum(LANES), from: z.string().max(200).nullable(), to: z.string().max(200).nullable() })
  .superRefine(({ by, to }, ctx) => {
    const fits = to === null ? by !== "type" : by === "label" || laneValueSchema(by).safeParse(to).success
    if (!fits) ctx.addIssue({ code: "custom", path: ["to"], message: "There is no such lane" })
  })

const laneValueSchema = (by: "owner" | "product" | "type" | "parent") =>
  by === "type" ? z.enum(ITEM_TYPES) : z.uuid()

type LaneMove = z.infer<typeof laneMoveSchema>

/** The field that a change of lane writes. By label: the old lane's label goes, the new one's comes, others stay. */
export function laneChange(item: { labels: readonly string[] }, { by, from, to }: LaneMove): ItemChanges {
  if (by === "owner") return { ownerId: to }
  if (by === "product") return { productId: to }
  if (by === "parent") return { parentId: to }
  if (by === "type") return { type: to as ItemType }
  const others = item.labels.filter((label) => label !== from && label !== to)
  return { labels: to === null ? others : [...others, to] }
}
