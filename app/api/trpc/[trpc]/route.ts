import { fetchRequestHandler } from "@trpc/server/adapters/fetch"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { appRouter } from "@/server/root"

/** The API while developing, where Next reloads it on every change; in production server/web.ts answers first. */
const answer = (req: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => contextFromHeaders(req.headers),
  })

export { answer as GET, answer as POST }
