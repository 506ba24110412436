import { read, router, write } from "@/server/kernel/trpc"
import { createItem } from "./create-item"
import { detectImport } from "./detect-import"
import { exportItems } from "./export-items"
import { getImport } from "./get-import"
import { getItem } from "./get-item"
import { importItems } from "./import-items"
import { listBoard } from "./list-board"
import { listColumn } from "./list-column"
import { listImports } from "./list-imports"
import { listItems } from "./list-items"
import { moveItem } from "./move-item"
import { previewImport } from "./preview-import"
import { reorderItems } from "./reorder-items"
import { searchItems } from "./search-items"
import { undoImport } from "./undo-import"
import { undoReorder } from "./undo-reorder"
import { updateItem } from "./update-item"

export const backlogRouter = router({
  listItems: read(listItems),
  listBoard: read(listBoard),
  listColumn: read(listColumn),
  searchItems: read(searchItems),
  getItem: read(getItem),
  createItem: write(createItem),
  updateItem: write(updateItem),
  moveItem: write(moveItem),
  reorderItems: write(reorderItems),
  undoReorder: write(undoReorder),
  exportItems: read(exportItems),
  // Both only read, but a mapping of hundreds of columns does not fit into an address: they go by POST.
  detectImport: write(detectImport),
  previewImport: write(previewImport),
  importItems: write(importItems),
  undoImport: write(undoImport),
  listImports: read(listImports),
  getImport: read(getImport),
})
