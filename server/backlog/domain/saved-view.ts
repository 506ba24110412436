import { z } from "zod"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { itemTextProblem } from "./item-limits"
import { EMPTY_VIEW, type ItemView, itemViewSchema, VIEW_LIMITS } from "./item-view"

/** Views a person may keep, and shared views of a workspace. */
export const MOST_VIEWS = 200

const name = z
  .string()
  .transform((value) => value.replace(/\s+/g, " ").trim())
  .pipe(
    z.string().superRefine((value, ctx) => {
      const message =
        value === "" ? "Give the view a name" : itemTextProblem("The name", value, VIEW_LIMITS.name)
      if (message) ctx.addIssue({ code: "custom", message })
    }),
  )

export const saveViewSchema = z.object({
  name,
  /** Everybody sees a shared view; others are their owner's alone. */
  shared: z.boolean().default(false),
  view: itemViewSchema,
})

/** Changes to one view: only the fields given are changed; `version` is the one the editor saw. */
export const updateViewSchema = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  changes: z
    .object({ name, shared: z.boolean(), view: itemViewSchema })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, "Nothing to change"),
})

/** A stored view as it opens today: a field that is no longer known opens the plain list instead of failing. */
export function readView(stored: unknown): ItemView {
  const parsed = itemViewSchema.safeParse(stored)
  return parsed.success ? parsed.data : EMPTY_VIEW
}

/**
 * Whether somebody may change or delete a view. `curates`: may they look after views that others share?
 * Personal views of others are not even seen.
 */
export function mayChangeView(
  view: { ownerId: string; ownerName: string | null },
  userId: string,
  curates: Verdict,
): Verdict {
  if (view.ownerId === userId || curates.ok) return yes
  const owner = view.ownerName ?? "its owner"
  return no(`Only ${owner}, a product owner or an administrator may change this view; save your own copy`)
}
