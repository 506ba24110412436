import { and, asc, gt, lte } from "drizzle-orm"
import { auditCheckpoints, auditLeaves } from "@/db/schema/audit"
import { signCheckpoint } from "@/server/audit/proof/checkpoint"
import { appendLeaf, emptyRange, rangeRoot } from "@/server/audit/proof/compact-range"
import { readCheckpoint } from "@/server/audit/proof/judge-checkpoint"
import { chainHash, GENESIS } from "@/server/audit/proof/leaf"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { readState, type TrailState } from "./read-state"
import { auditOrigin, signingKey, verifierKeys } from "./signing"

export type SignedHead = { size: number; root: string; note: string; createdAt: string; fresh: boolean }
type Checkpoint = TrailState["checkpoints"][number]

const BATCH = 5000
const broken = (why: string) =>
  ruleBroken(`No checkpoint was signed: ${why}. Verify the trail to see which record is wrong`)

/**
 * Signs a checkpoint over every record sealed so far, or answers the last one when nothing came after it.
 * @throws RULE_BROKEN when the records are not a continuation of those of the last checkpoint: two checkpoints that
 * contradict each other would destroy what either proves.
 */
export async function signHead(ctx: OpCtx, state?: TrailState): Promise<SignedHead> {
  const { head, checkpoints } = state ?? (await readState(ctx))
  const last = checkpoints.at(-1)
  const root = await rootOver(ctx, head, last)
  if (last?.size === head.seq) return { ...last, fresh: false }
  const note = signCheckpoint({ origin: auditOrigin(ctx.workspaceId), size: head.seq, root }, signingKey())
  const row = { size: head.seq, root: root.toString("hex"), note, createdAt: ctx.now }
  // Another node may have signed the same size at the same moment: the notes are the same.
  await ctx.db
    .insert(auditCheckpoints)
    .values({ workspaceId: ctx.workspaceId, ...row })
    .onConflictDoNothing()
  return { ...row, fresh: true }
}

async function rootOver(ctx: OpCtx, head: TrailState["head"], last: Checkpoint | undefined): Promise<Buffer> {
  if (last && last.size > head.seq) throw broken(`records after ${head.seq} are missing`)
  const range = emptyRange()
  let chain: Buffer = GENESIS
  let rootAtLast: Buffer | undefined
  while (range.size < head.seq) {
    const links = await readLinks(ctx, range.size, head.seq)
    if (links.length === 0) break
    for (const link of links) {
      if (link.seq !== range.size + 1) throw broken(`record ${range.size + 1} is missing`)
      const leaf = Buffer.from(link.leaf)
      chain = chainHash(chain, leaf)
      if (!chain.equals(link.chainHash)) throw broken(`record ${link.seq} does not fit the chain`)
      appendLeaf(range, leaf)
      if (range.size === last?.size) rootAtLast = rangeRoot(range)
    }
  }
  if (range.size !== head.seq || chain.toString("hex") !== head.chainHash)
    throw broken("the end does not fit")
  if (last) agree(ctx, last, rootAtLast)
  return rangeRoot(range)
}

function readLinks(ctx: OpCtx, after: number, to: number) {
  return ctx.db
    .select({ seq: auditLeaves.seq, leaf: auditLeaves.leaf, chainHash: auditLeaves.chainHash })
    .from(auditLeaves)
    .where(own(ctx, auditLeaves, and(gt(auditLeaves.seq, after), lte(auditLeaves.seq, to))))
    .orderBy(asc(auditLeaves.seq))
    .limit(BATCH)
}

function agree(ctx: OpCtx, last: Checkpoint, root: Buffer | undefined): void {
  const signed = readCheckpoint(last.note, verifierKeys(ctx.workspaceId, [last.note]), ctx.workspaceId, {
    seq: last.size,
  })
  if ("ok" in signed) throw broken(signed.message)
  if (!root?.equals(signed.root)) throw broken(`the records do not continue the checkpoint over ${last.size}`)
}
