import type { CheckSubject } from "../../check-provider"
import type { Verdict } from "../../domain/checklist"

type Found = Pick<Verdict, "state" | "reason"> & Partial<Verdict>

/** A verdict for each subject, by id. Facts lead to the subject's own page unless others are named. */
export function verdicts(
  subjects: readonly CheckSubject[],
  judge: (subject: CheckSubject) => Found,
): Map<string, Verdict> {
  return new Map(subjects.map((subject) => [subject.id, { facts: [], at: null, ...judge(subject) }]))
}
