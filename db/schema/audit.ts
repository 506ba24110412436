import { bigint, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { bytes, id, instant, workspaceId } from "./columns"

/** One row per change and per refused attempt. Append-only; `text` is canonical JSON written once. */
export const auditEvents = pgTable(
  "audit_events",
  {
    workspaceId: workspaceId(),
    id: id(),
    occurredAt: instant("occurred_at").notNull(),
    actorType: text("actor_type").$type<"user" | "token" | "system" | "anonymous">().notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    outcome: text("outcome").$type<"success" | "denied" | "error">().notNull(),
    summary: text("summary").notNull(),
    requestId: text("request_id").notNull(),
    text: text("text").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("audit_events_time").on(t.workspaceId, t.occurredAt.desc(), t.id.desc()),
  ],
)

/** Which things an event is about, for the activity of an item, a product, a member. Derived from the text. */
export const auditTargets = pgTable(
  "audit_targets",
  {
    workspaceId: workspaceId(),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    eventId: uuid("event_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.targetType, t.targetId, t.eventId] })],
)

/** The chain, written by the deferred trigger at commit: chain_hash = SHA-256(prev_hash ‖ leaf). */
export const auditLeaves = pgTable(
  "audit_leaves",
  {
    workspaceId: workspaceId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    eventId: uuid("event_id").notNull(),
    leaf: bytes("leaf").notNull(),
    prevHash: bytes("prev_hash").notNull(),
    chainHash: bytes("chain_hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    unique("audit_leaves_event").on(t.workspaceId, t.eventId),
    unique("audit_leaves_prev").on(t.workspaceId, t.prevHash),
  ],
)

export const auditHeads = pgTable("audit_heads", {
  workspaceId: uuid("workspace_id").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  chainHash: bytes("chain_hash").notNull(),
  /** The hash before the last record, so that sealing is one update that returns both; null after an old restore. */
  prevHash: bytes("prev_hash"),
})

/** Signed tree heads (C2SP tlog-checkpoint) over the leaves 1..size. */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    workspaceId: workspaceId(),
    size: integer("size").notNull(),
    root: text("root").notNull(),
    note: text("note").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.size] })],
)
