import { read, router } from "@/server/kernel/trpc"
import { getThread } from "./get-thread"
import { listThreads } from "./list-threads"

export const threadRouter = router({
  getThread: read(getThread),
  listThreads: read(listThreads),
})
