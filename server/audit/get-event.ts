import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { auditEvents, auditLeaves } from "@/db/schema/audit"
import { leafHash } from "@/server/audit/proof/leaf"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { eventOf, showEvent } from "./internal/show-event"

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")

/** One event with the text that was sealed and its place in the chain (hashes in hex). */
export const getEvent = query("audit.getEvent", {
  permission: "audit.read",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const [row] = await ctx.db
      .select({ event: auditEvents, link: auditLeaves })
      .from(auditEvents)
      .leftJoin(
        auditLeaves,
        and(eq(auditLeaves.workspaceId, auditEvents.workspaceId), eq(auditLeaves.eventId, auditEvents.id)),
      )
      .where(own(ctx, auditEvents, eq(auditEvents.id, id)))
    if (!row) throw notFound("The event")
    const { event, link } = row
    const sealed = eventOf(event.text)
    return {
      ...showEvent(event, link?.seq ?? null),
      context: sealed?.context ?? null,
      before: sealed?.before ?? null,
      after: sealed?.after ?? null,
      text: event.text,
      proof: link && {
        seq: link.seq,
        leaf: hex(link.leaf),
        prev: hex(link.prevHash),
        chain: hex(link.chainHash),
        /** Whether the text still has the hash that was sealed. */
        fits: leafHash(event.text).equals(link.leaf),
      },
    }
  },
})
