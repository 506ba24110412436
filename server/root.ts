import { accessJobs } from "./access/jobs"
import { accessRouter } from "./access/router"
import { approvalsRouter } from "./approvals/router"
import { auditJobs } from "./audit/jobs"
import { auditRouter } from "./audit/router"
import { backlogRouter } from "./backlog/router"
import { catalogRouter } from "./catalog/router"
import { discussionRouter } from "./discussion/router"
import { dodJobs } from "./dod/jobs"
import { dodRouter } from "./dod/router"
import { dpiaRouter } from "./dpia/router"
import { homeRouter } from "./home/router"
import { router } from "./kernel/trpc"
import { membersRouter } from "./members/router"
import { privacyRouter } from "./privacy/router"
import { productsRouter } from "./products/router"
import { retentionJobs } from "./retention/jobs"
import { scoringJobs } from "./scoring/jobs"
import { scoringRouter } from "./scoring/router"
import { strategyRouter } from "./strategy/router"
import { threadRouter } from "./thread/router"
import "./compose"
import { workshopsRouter } from "./workshops/router"
import { watchWorkshop } from "./workshops/watch-workshop"

/** The composition root: every router and job, by hand. */
export const appRouter = router({
  home: homeRouter,
  access: accessRouter,
  approvals: approvalsRouter,
  backlog: backlogRouter,
  discussion: discussionRouter,
  dpia: dpiaRouter,
  products: productsRouter,
  catalog: catalogRouter,
  privacy: privacyRouter,
  scoring: scoringRouter,
  strategy: strategyRouter,
  workshops: workshopsRouter,
  dod: dodRouter,
  thread: threadRouter,
  members: membersRouter,
  audit: auditRouter,
})

export type AppRouter = typeof appRouter

/** Every background job. */
export const jobs = [...accessJobs, ...auditJobs, ...dodJobs, ...retentionJobs, ...scoringJobs]

/** The kinds of live pages, and who may watch one. */
export const liveTopics = [{ kind: "workshop", watch: watchWorkshop }]
