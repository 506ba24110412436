import { read, router } from "@/server/kernel/trpc"
import { listChanges } from "./list-changes"
import { listWaiting } from "./list-waiting"

export const homeRouter = router({
  listWaiting: read(listWaiting),
  listChanges: read(listChanges),
})
