import { z } from "zod"

export const ACCESS_VIEWS = ["mine", "decide", "active", "day", "execute"] as const
export type AccessView = (typeof ACCESS_VIEWS)[number]

/** What a list of access shows. `day` counts for the view of a day; without one it is today. */
export const accessFilter = z.object({
  view: z.enum(ACCESS_VIEWS).default("mine"),
  day: z.iso.date("Give a day").optional(),
  productId: z.uuid().optional(),
  assetId: z.uuid().optional(),
  personId: z.uuid().optional(),
})
export type AccessFilter = z.output<typeof accessFilter>
