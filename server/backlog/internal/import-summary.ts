import { imports } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"

/** What is told of an import; users must be joined. */
export const importSummary = {
  id: imports.id,
  fileName: imports.fileName,
  byteSize: imports.byteSize,
  sha256: imports.sha256,
  status: imports.status,
  created: imports.createdCount,
  updated: imports.updatedCount,
  unchanged: imports.unchangedCount,
  errors: imports.errorCount,
  createdAt: imports.createdAt,
  createdByName: users.name,
  appliedAt: imports.appliedAt,
  undoneAt: imports.undoneAt,
}
