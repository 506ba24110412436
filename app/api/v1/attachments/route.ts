import { answerAttach } from "@/server/discussion/attachment-endpoints"

export const POST = (request: Request) => answerAttach(request)
