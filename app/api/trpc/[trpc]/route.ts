import { fetchRequestHandler } from "@trpc/server/adapters/fetch"
import { callContext } from "@/server/kernel/trpc"
import { appRouter } from "@/server/root"

/** The API while developing, where Next reloads it on every change; in production server/web.ts answers first. */
const answer = (req: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => callContext(req.headers),
  })

export { answer as GET, answer as POST }
