import { and, asc, eq, gt, gte, lte } from "drizzle-orm"
import { auditCheckpoints, auditEvents, auditLeaves } from "@/db/schema/audit"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { verifierKeys } from "./internal/signing"
import { startPath } from "./proof/audit-path"
import { openCheckpoint } from "./proof/checkpoint"
import { receiptText } from "./proof/receipt"
import { NoteError } from "./proof/signed-note"
import { verifierKeyText } from "./proof/verifier-key"
import { verifyReceipt } from "./proof/verify-receipt"

const BATCH = 5000

const broken = (why: string) => ruleBroken(`No receipt can be given: ${why}. Verify the audit trail`)
const missing = (seq: number) => broken(`record ${seq} is missing`)

/**
 * The receipt of one record, for other features: proof that it stands in the trail, to be verified offline. Built on the
 * first checkpoint that covers it, so that it is the same every time, and verified before it is handed out.
 * @throws NOT_FOUND, RULE_BROKEN when no checkpoint covers the record yet or the trail does not prove it.
 */
export async function writeReceipt(ctx: OpCtx, eventId: string): Promise<string> {
  const record = await readRecord(ctx, eventId)
  const note = await coveringNote(ctx, record.seq)
  try {
    const keys = verifierKeys(ctx.workspaceId, [note])
    const { size, signedBy } = openCheckpoint(note, keys)
    const path = (await pathIn(ctx, record.seq, size)).map((node) => node.toString("hex"))
    const text = receiptText({
      workspaceId: ctx.workspaceId,
      ...record,
      path,
      checkpoint: note,
      key: verifierKeyText(signedBy),
    })
    const verified = verifyReceipt(text)
    if (!verified.ok) throw broken(verified.message.replace(/\.$/, ""))
    return text
  } catch (error) {
    if (error instanceof NoteError) throw broken(`the checkpoint is not valid: ${error.message}`)
    throw error
  }
}

async function readRecord(ctx: OpCtx, eventId: string) {
  const [row] = await ctx.db
    .select({ id: auditEvents.id, text: auditEvents.text, seq: auditLeaves.seq, leaf: auditLeaves.leaf })
    .from(auditEvents)
    .innerJoin(
      auditLeaves,
      and(eq(auditLeaves.workspaceId, auditEvents.workspaceId), eq(auditLeaves.eventId, auditEvents.id)),
    )
    .where(own(ctx, auditEvents, eq(auditEvents.id, eventId)))
  if (!row) throw notFound("The record")
  return { ...row, leaf: Buffer.from(row.leaf).toString("hex") }
}

async function coveringNote(ctx: OpCtx, seq: number): Promise<string> {
  const [row] = await ctx.db
    .select({ note: auditCheckpoints.note })
    .from(auditCheckpoints)
    .where(own(ctx, auditCheckpoints, gte(auditCheckpoints.size, seq)))
    .orderBy(asc(auditCheckpoints.size))
    .limit(1)
  if (!row) throw ruleBroken(`No signed checkpoint covers record ${seq} yet; one is signed every hour`)
  return row.note
}

async function pathIn(ctx: OpCtx, seq: number, size: number): Promise<Buffer[]> {
  const walk = startPath(seq - 1, size)
  for (let after = 0; after < size; ) {
    const links = await ctx.db
      .select({ seq: auditLeaves.seq, leaf: auditLeaves.leaf })
      .from(auditLeaves)
      .where(own(ctx, auditLeaves, and(gt(auditLeaves.seq, after), lte(auditLeaves.seq, size))))
      .orderBy(asc(auditLeaves.seq))
      .limit(BATCH)
    if (links.length === 0) throw missing(after + 1)
    for (const link of links) {
      if (link.seq !== after + 1) throw missing(after + 1)
      walk.add(Buffer.from(link.leaf))
      after = link.seq
    }
  }
  return walk.path()
}
