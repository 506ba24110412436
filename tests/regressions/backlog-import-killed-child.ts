import { openDatabase } from "@/db/client"
import { importItems } from "@/server/backlog/import-items"
import { uploadImport } from "@/server/backlog/upload-import"
import type { Ctx } from "@/server/kernel/context"

/** Run by backlog-import-killed.test.ts in a process of its own: dies without warning in the middle of an import. */
const { settings, caller, content } = JSON.parse(process.argv[2]!)
const open = await openDatabase(settings)
const ctx: Ctx = {
  caller,
  request: { requestId: "child" },
  clock: () => new Date().toISOString(),
  database: async () => open,
}
async function* bytes() {
  yield Buffer.from(content)
}
const { importId, detection } = await uploadImport(ctx, { fileName: "big.csv", content: bytes() })
console.log(importId)
const onProgress = (done: number) => {
  if (done >= 2000) process.kill(process.pid, "SIGKILL")
}
await importItems(ctx, { importId, mapping: detection.mapping, onProgress })
