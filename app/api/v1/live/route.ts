import { answerLive } from "@/server/kernel/live/endpoint"
import { liveTopics } from "@/server/root"

/** GET /api/v1/live?workspace=SLUG&topic=KIND:ID: server-sent events of an open page. */
export const GET = (request: Request) => answerLive(request, { topics: liveTopics })
