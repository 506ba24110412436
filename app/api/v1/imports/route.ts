import { answerUpload } from "@/server/backlog/import-endpoints"

export const POST = (request: Request) => answerUpload(request)
