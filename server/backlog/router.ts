import { read, router, write } from "@/server/kernel/trpc"
import { archiveItem } from "./archive-item"
import { changeItems } from "./change-items"
import { createItem } from "./create-item"
import { deleteView } from "./delete-view"
import { detectImport } from "./detect-import"
import { dismissDuplicate } from "./dismiss-duplicate"
import { findSimilar } from "./find-similar"
import { getBoardPolicy } from "./get-board-policy"
import { getImport } from "./get-import"
import { getItem } from "./get-item"
import { getWipLimits } from "./get-wip-limits"
import { importItems } from "./import-items"
import { listBlocked } from "./list-blocked"
import { listBoard } from "./list-board"
import { listColumn } from "./list-column"
import { listDependencies } from "./list-dependencies"
import { listDuplicates } from "./list-duplicates"
import { listFields } from "./list-fields"
import { listGroups } from "./list-groups"
import { listImports } from "./list-imports"
import { listItems } from "./list-items"
import { listRoadmap } from "./list-roadmap"
import { listViews } from "./list-views"
import { mergeItems } from "./merge-items"
import { moveItem } from "./move-item"
import { previewImport } from "./preview-import"
import { relateItems } from "./relate-items"
import { reorderItems } from "./reorder-items"
import { restoreItem } from "./restore-item"
import { saveView } from "./save-view"
import { searchItems } from "./search-items"
import { setBoardPolicy } from "./set-board-policy"
import { setDefaultView } from "./set-default-view"
import { setWipLimits } from "./set-wip-limits"
import { undoChange } from "./undo-change"
import { undoImport } from "./undo-import"
import { undoReorder } from "./undo-reorder"
import { unrelateItems } from "./unrelate-items"
import { updateItem } from "./update-item"
import { updateView } from "./update-view"
export const backlogRouter = router({
  listItems: read(listItems),
  listGroups: read(listGroups),
  listFields: read(listFields),
  listViews: read(listViews),
  saveView: write(saveView),
  updateView: write(updateView),
  deleteView: write(deleteView),
  setDefaultView: write(setDefaultView),
  listBoard: read(listBoard),
  listColumn: read(listColumn),
  listRoadmap: read(listRoadmap),
  searchItems: read(searchItems),
  getItem: read(getItem),
  createItem: write(createItem),
  updateItem: write(updateItem),
  archiveItem: write(archiveItem),
  restoreItem: write(restoreItem),
  relateItems: write(relateItems),
  unrelateItems: write(unrelateItems),
  listDependencies: read(listDependencies),
  listBlocked: read(listBlocked),
  findSimilar: read(findSimilar),
  listDuplicates: read(listDuplicates),
  dismissDuplicate: write(dismissDuplicate),
  mergeItems: write(mergeItems),
  moveItem: write(moveItem),
  changeItems: write(changeItems),
  undoChange: write(undoChange),
  getWipLimits: read(getWipLimits),
  setWipLimits: write(setWipLimits),
  getBoardPolicy: read(getBoardPolicy),
  setBoardPolicy: write(setBoardPolicy),
  reorderItems: write(reorderItems),
  undoReorder: write(undoReorder),
  // Both only read, but a mapping of hundreds of columns does not fit into an address: they go by POST.
  detectImport: write(detectImport),
  previewImport: write(previewImport),
  importItems: write(importItems),
  undoImport: write(undoImport),
  listImports: read(listImports),
  getImport: read(getImport),
})
