import { judgementProblem } from "@/server/dpia/domain/completeness"
import type { EvaluationContent } from "@/server/dpia/domain/content"

type Judgement = Pick<EvaluationContent, "status" | "comment" | "plan" | "residual">

/** What is wrong with a judgement before it is sent, field by field: the server asks the same. */
export const judgementProblems =
  (reference: string) =>
  (judgement: Judgement): Record<string, string> => {
    if (judgement.status === 0) return { status: "Choose how it is judged" }
    const problem = judgementProblem(reference, judgement)
    return problem ? { [problem.field]: problem.message } : {}
  }
