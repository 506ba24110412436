import { answerDownload } from "@/server/discussion/attachment-endpoints"

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerDownload(request, (await params).id)
}
