import { sql } from "drizzle-orm"
import { archiveItem } from "@/server/backlog/archive-item"
import { createItem } from "@/server/backlog/create-item"
import { EMPTY_VIEW } from "@/server/backlog/domain/item-view"
import { saveView } from "@/server/backlog/save-view"
import { addComment } from "@/server/discussion/add-comment"
import { ADDS, missing, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const freshItem = (title: string) => (s: Scene) => createItem(s.ctx, { title })
const mentioned = async (s: Scene) => {
  const subject = { type: "item" as const, id: s.ids.itemId }
  await addComment(s.other, { subject, text: "@you", mentionedIds: [s.ctx.userId] })
  return subject
}

export const UNCHANGED_BACKLOG: Unchanged = {
  "backlog.archiveItem": quiet((_, { id }) => ({ id }), freshItem("To archive")),
  "backlog.changeItems": quiet((s) => ({ selection: { ids: [s.ids.itemId] }, changes: { estimate: 5 } })),
  "backlog.createItem": ADDS,
  "backlog.deleteView": missing(
    async (s, { id }) => ({ id, version: (await s.version("item_views", id)) || 1 }),
    (s: Scene) => saveView(s.ctx, { name: "To delete", view: EMPTY_VIEW }),
  ),
  "backlog.dismissDuplicate": quiet((s, { id }) => ({ ids: [s.ids.itemId, id] }), freshItem("First")),
  "backlog.importItems": "a file is imported once; then it is refused in tests/server/backlog",
  "backlog.mergeItems": ruledOut(
    (s, { id }) => ({ keepId: s.ids.itemId, duplicateId: id }),
    freshItem("To merge"),
  ),
  "backlog.moveItem": quiet((s) => ({ id: s.ids.itemId, status: "ready" })),
  "backlog.relateItems": quiet(
    (s, { id }) => ({ fromId: s.ids.itemId, toId: id, word: "blocks" }),
    freshItem("Blocked"),
  ),
  "backlog.reorderItems": quiet((s) => ({ items: [{ id: s.ids.itemId }], reason: "Test" })),
  "backlog.restoreItem": quiet(
    (_, id) => ({ id }),
    async (s: Scene) => {
      const { id } = await createItem(s.ctx, { title: "To restore" })
      await archiveItem(s.ctx, { id })
      return id
    },
  ),
  "backlog.saveView": ADDS,
  "backlog.setBoardPolicy": quiet(async (s) => ({
    version: await s.number(sql`select version::int as found from board_policies`),
    doneGate: "warn",
    reason: "Test",
  })),
  "backlog.setDefaultView": quiet((s) => ({ id: s.ids.viewId })),
  "backlog.setWipLimits": quiet(async (s) => ({
    version: await s.number(sql`select version::int as found from wip_limits order by version desc limit 1`),
    rules: [{ status: "doing", per: "column", kind: "hard", limit: 3 }],
  })),
  "backlog.undoChange": ruledOut((s) => ({ changeId: s.ids.bulkChangeId })),
  "backlog.undoImport": ruledOut((s) => ({ importId: s.ids.importId, reason: "Test" })),
  "backlog.undoReorder": ruledOut((s) => ({ changeId: s.ids.changeId })),
  "backlog.unrelateItems": missing((s) => ({ fromId: s.ids.itemId, toId: s.ids.itemId, word: "blocks" })),
  "backlog.updateItem": quiet(async (s) => ({
    id: s.ids.itemId,
    version: await s.version("items", s.ids.itemId),
    changes: { title: "First again", ownerId: null, estimate: 5 },
  })),
  "backlog.updateView": quiet(async (s) => ({
    id: s.ids.viewId,
    version: await s.version("item_views", s.ids.viewId),
    changes: { name: "Shared again", view: EMPTY_VIEW },
  })),
  "backlog.uploadImport": ADDS,
  "discussion.addComment": ADDS,
  "discussion.addLink": ADDS,
  "discussion.editComment": quiet(async (s) => ({
    id: s.ids.commentId,
    version: await s.version("comments", s.ids.commentId),
    text: "Said again",
  })),
  "discussion.readMentions": quiet((_, subject) => ({ subject }), mentioned),
  "discussion.removeAttachment": missing((s) => ({ id: s.ids.attachmentId })),
  "discussion.removeLink": missing((s) => ({ id: s.ids.linkId })),
  "discussion.storeAttachment": ADDS,
  "discussion.withdrawComment": ruledOut((s) => ({ id: s.ids.commentId })),
  "retention.dropStaleImports": quiet(() => ({})),
}
