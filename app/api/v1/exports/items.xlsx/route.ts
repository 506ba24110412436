import { answerExport } from "@/server/backlog/export-endpoint"

export const GET = (request: Request) => answerExport(request, "xlsx")
