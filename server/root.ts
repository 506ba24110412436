import { auditJobs } from "./audit/jobs"
import { auditRouter } from "./audit/router"
import { backlogRouter } from "./backlog/router"
import { homeRouter } from "./home/router"
import { router } from "./kernel/trpc"
import { membersRouter } from "./members/router"
import { productsRouter } from "./products/router"
import { retentionJobs } from "./retention/jobs"
import { scoringRouter } from "./scoring/router"
import { threadRouter } from "./thread/router"

/** The composition root: every router and job, by hand. */
export const appRouter = router({
  home: homeRouter,
  backlog: backlogRouter,
  products: productsRouter,
  scoring: scoringRouter,
  thread: threadRouter,
  members: membersRouter,
  audit: auditRouter,
})

export type AppRouter = typeof appRouter

/** Every background job. */
export const jobs = [...auditJobs, ...retentionJobs]
