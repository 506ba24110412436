import { answerAssessmentImport } from "@/server/dpia/assessment-endpoints"

export const POST = (request: Request) => answerAssessmentImport(request)
