import { auditJobs } from "./audit/jobs"
import { auditRouter } from "./audit/router"
import { backlogRouter } from "./backlog/router"
import { discussionRouter } from "./discussion/router"
import { homeRouter } from "./home/router"
import { router } from "./kernel/trpc"
import { membersRouter } from "./members/router"
import { productsRouter } from "./products/router"
import { retentionJobs } from "./retention/jobs"
import { scoringJobs } from "./scoring/jobs"
import { scoringRouter } from "./scoring/router"
import { strategyRouter } from "./strategy/router"
import { threadRouter } from "./thread/router"
import { workshopsRouter } from "./workshops/router"
import { watchWorkshop } from "./workshops/watch-workshop"

/** The composition root: every router and job, by hand. */
export const appRouter = router({
  home: homeRouter,
  backlog: backlogRouter,
  discussion: discussionRouter,
  products: productsRouter,
  scoring: scoringRouter,
  strategy: strategyRouter,
  workshops: workshopsRouter,
  thread: threadRouter,
  members: membersRouter,
  audit: auditRouter,
})

export type AppRouter = typeof appRouter

/** Every background job. */
export const jobs = [...auditJobs, ...retentionJobs, ...scoringJobs]

/** The kinds of live pages, and who may watch one. */
export const liveTopics = [{ kind: "workshop", watch: watchWorkshop }]
