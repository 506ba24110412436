import { asc } from "drizzle-orm"
import type { OpenDatabase } from "@/db/client"
import { workspaces } from "@/db/schema/members"
import type { Caller, Ctx } from "../context"
import type { Permission } from "../domain/permissions"
import { log } from "../log"
import { systemClock } from "../request-context"

type Workspace = NonNullable<Caller["workspace"]>

/** What a handler gets: contexts to call operations with, never a connection. */
export type JobCall = {
  /** Aborts when the job has run out of time or the process stops. */
  signal: AbortSignal
  /** The system outside any workspace. */
  system: Ctx
  /** Runs `work` in every workspace as the system, with these permissions and no others. One failure stops no other. */
  eachWorkspace: (permissions: Permission[], work: (ctx: Ctx) => Promise<unknown>) => Promise<void>
}

function systemContext(
  open: OpenDatabase,
  job: string,
  jobId: string,
  workspace: Workspace | null,
  limitedTo: Permission[] | null,
): Ctx {
  const caller: Caller = {
    actor: { type: "system", id: job, name: "Plumbline" },
    user: null,
    sessionId: null,
    workspace,
    grants: workspace ? [{ role: "administrator", scopeType: "workspace", scopeId: null }] : [],
    limitedTo,
  }
  return { caller, request: { requestId: jobId }, clock: systemClock, database: async () => open }
}

export function jobCall(open: OpenDatabase, job: string, jobId: string, signal: AbortSignal): JobCall {
  const eachWorkspace: JobCall["eachWorkspace"] = async (permissions, work) => {
    const { id, slug, name } = workspaces
    const all = await open.db.select({ id, slug, name }).from(workspaces).orderBy(asc(id))
    const failed: unknown[] = []
    for (const workspace of all) {
      signal.throwIfAborted()
      try {
        await work(systemContext(open, job, jobId, workspace, permissions))
      } catch (error) {
        log.error({ err: error, job, workspace: workspace.slug }, "job failed in a workspace")
        failed.push(error)
      }
    }
    if (failed.length > 0)
      throw new AggregateError(failed, `${job} failed in ${failed.length} of ${all.length} workspaces`)
  }
  return { signal, system: systemContext(open, job, jobId, null, null), eachWorkspace }
}
