import type { Operation } from "@/server/kernel/operation"
import { read, router, write } from "@/server/kernel/trpc"
import { createCheckpoint } from "./create-checkpoint"
import { exportTrail } from "./export-trail"
import { getEvent } from "./get-event"
import { listCheckpoints } from "./list-checkpoints"
import { listEvents } from "./list-events"
import { listFacets } from "./list-facets"
import { readTrail } from "./read-trail"
import { recordRead } from "./record-read"
import { verifyTrail } from "./verify-trail"

/** Reading the trail leaves a trace: see recordRead. */
function recorded<I, O>(operation: Operation<I, O>): Operation<I, O> {
  const { operationName, kind, permission } = operation
  const call: (...args: Parameters<Operation<I, O>>) => Promise<O> = async (ctx, input) => {
    const answer = await operation(ctx, input)
    await recordRead(ctx, {})
    return answer
  }
  return Object.assign(call, { operationName, kind, permission })
}

export const auditRouter = router({
  listEvents: read(recorded(listEvents)),
  getEvent: read(recorded(getEvent)),
  readTrail: read(recorded(readTrail)),
  listFacets: read(listFacets),
  listCheckpoints: read(listCheckpoints),
  verifyTrail: read(verifyTrail),
  createCheckpoint: write(createCheckpoint),
  exportTrail: write(exportTrail),
})
