import { answerApply } from "@/server/backlog/import-endpoints"

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerApply(request, (await params).id)
}
