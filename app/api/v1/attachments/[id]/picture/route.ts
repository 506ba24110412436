import { answerPicture } from "@/server/discussion/attachment-endpoints"

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerPicture(request, (await params).id)
}
