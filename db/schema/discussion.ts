import { sql } from "drizzle-orm"
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { SubjectType } from "@/server/discussion/domain/subject"
import { bytes, id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"

/** What a remark, a file or a link is about. No foreign key: subjects lie in tables of several features. */
const subject = {
  subjectType: text("subject_type").$type<SubjectType>().notNull(),
  subjectId: uuid("subject_id").notNull(),
}

/** What people say. A withdrawn comment keeps its row, without its text being shown. */
export const comments = pgTable(
  "comments",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    ...subject,
    text: text("text").notNull(),
    version: integer("version").notNull().default(1),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    editedAt: instant("edited_at"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("comments_subject").on(t.workspaceId, t.subjectType, t.subjectId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** What a comment said before it was edited; `version` is the one that was replaced. */
export const commentVersions = pgTable(
  "comment_versions",
  {
    workspaceId: workspaceId(),
    commentId: uuid("comment_id").notNull(),
    version: integer("version").notNull(),
    text: text("text").notNull(),
    replacedAt: instant("replaced_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.commentId, t.version] }),
    foreignKey({
      columns: [t.workspaceId, t.commentId],
      foreignColumns: [comments.workspaceId, comments.id],
    }),
  ],
)

/** Who was asked by name. It waits on them until they have read or answered it. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    workspaceId: workspaceId(),
    commentId: uuid("comment_id").notNull(),
    userId: uuid("user_id").notNull(),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.commentId, t.userId] }),
    index("comment_mentions_waiting").on(t.workspaceId, t.userId).where(sql`read_at is null`),
    foreignKey({
      columns: [t.workspaceId, t.commentId],
      foreignColumns: [comments.workspaceId, comments.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** A file. Removing it empties its pieces; the fact that it was here, and its SHA-256, stay. */
export const attachments = pgTable(
  "attachments",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    ...subject,
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
    removedBy: uuid("removed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("attachments_subject").on(t.workspaceId, t.subjectType, t.subjectId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** The bytes of a file in pieces of at most 1 MB. */
export const attachmentChunks = pgTable(
  "attachment_chunks",
  {
    workspaceId: workspaceId(),
    attachmentId: uuid("attachment_id").notNull(),
    number: integer("number").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.attachmentId, t.number] }),
    foreignKey({
      columns: [t.workspaceId, t.attachmentId],
      foreignColumns: [attachments.workspaceId, attachments.id],
    }),
  ],
)

/** An address elsewhere. It is shown, never fetched. */
export const links = pgTable(
  "links",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    ...subject,
    url: text("url").notNull(),
    title: text("title").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("links_subject").on(t.workspaceId, t.subjectType, t.subjectId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)
