import type { Db } from "@/db/client"
import { approvalSignatures } from "@/db/schema/approvals"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { refusal } from "@/tests/support/sql-as-app"
import { NOW, type World } from "@/tests/support/world"
import { type Person, rowOf } from "./approvals-world"

export type Forged = Partial<typeof approvalSignatures.$inferInsert>

/** The insert of a signature as it would pass, but for what is forged. */
export async function forgery(
  world: World,
  signer: Person,
  requestId: string,
  more: Forged = {},
): Promise<(db: Db) => Promise<unknown>> {
  const workspaceId = signer.caller.workspace!.id
  const row = await rowOf(world, workspaceId, requestId)
  const signature = {
    workspaceId,
    id: newId(),
    requestId,
    signerId: signer.userId,
    signerName: "O",
    signerEmail: "o@example.org",
    role: "privacy_officer" as const,
    scopeType: "workspace" as const,
    meaning: "approval" as const,
    statement: "I approve",
    contentKind: row.kind,
    contentId: row.subjectId,
    contentVersion: row.subjectVersion,
    contentSha256: row.contentSha256,
    authMethod: "password" as const,
    authTime: NOW,
    note: "",
    signedAt: NOW,
    seal: "0".repeat(64),
    ...more,
  }
  return (db) => db.insert(approvalSignatures).values(signature)
}

/** Inserts it as the app role: "accepted", or why the database refused. */
export async function forgeSignature(
  world: World,
  signer: Person,
  requestId: string,
  more?: Forged,
): Promise<string> {
  const insert = await forgery(world, signer, requestId, more)
  const workspaceId = signer.caller.workspace!.id
  return inTransaction(world.open, workspaceId, "write", insert).then(() => "accepted", refusal)
}
