import { z } from "zod"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

export const COMMENT_LIMITS = { text: 20_000, mentions: 50 } as const

export const commentTextSchema = z
  .string()
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(1, "Write something first")
      .max(
        COMMENT_LIMITS.text,
        `A comment has at most ${COMMENT_LIMITS.text.toLocaleString("en-GB")} characters`,
      )
      .refine(
        (text) => !/\p{Surrogate}/u.test(text),
        "The comment holds half a character (a lone surrogate)",
      ),
  )

type Facts = { createdById: string; withdrawnAt: string | null }

/** Only its author changes a comment: nobody puts words into somebody else's mouth. */
export function mayEditComment(comment: Facts, userId: string): Verdict {
  if (comment.withdrawnAt) return no("This comment was withdrawn")
  return comment.createdById === userId ? yes : no("Only its author edits a comment")
}

/** Its author, and an administrator where something must not stay. */
export function mayWithdrawComment(comment: Facts, userId: string, administrator: boolean): Verdict {
  if (comment.withdrawnAt) return no("This comment was withdrawn already")
  if (comment.createdById === userId || administrator) return yes
  return no("Only its author or an administrator withdraws a comment")
}
