import { counted, figure } from "@/server/kernel/domain/counted"
import { type ControlReading, readingWords } from "./control-reading"

type RecordFacts = { inUse: number; approved: number; incomplete: number; overdue: number }

/** Of the record of processing: it holds when every entry in use is approved, complete and looked at in time. */
export function recordReading({ inUse, approved, incomplete, overdue }: RecordFacts): ControlReading {
  if (inUse === 0) return { state: "unknown", words: "No entry in the record yet" }
  const words = readingWords(
    `${figure(approved)} of ${counted(inUse, "entry", "entries")} approved`,
    incomplete > 0 && `${figure(incomplete)} incomplete`,
    overdue > 0 && `${counted(overdue, "review")} overdue`,
  )
  if (approved === 0) return { state: "bad", words }
  return { state: approved < inUse || incomplete + overdue > 0 ? "warning" : "good", words }
}

type RetentionFacts = { overdue: number; held: number; onTime: number; uncovered: number }

/** Of retention: nothing may be overdue. `uncovered` are assets with personal data that no rule is applied to. */
export function retentionReading({ overdue, held, onTime, uncovered }: RetentionFacts): ControlReading {
  const gap =
    uncovered > 0 &&
    `no rule for ${counted(uncovered, "asset with personal data", "assets with personal data")}`
  if (overdue + held + onTime === 0) {
    return { state: "unknown", words: readingWords("no rule is applied to data yet", gap) }
  }
  const words = readingWords(
    `${figure(overdue)} overdue`,
    `${figure(onTime)} on time`,
    held > 0 && `${figure(held)} under a legal hold`,
    gap,
  )
  if (overdue > 0) return { state: "bad", words }
  return { state: gap ? "warning" : "good", words }
}

type MaskingFacts = { roles: number; rules: number; fields: number; classified: number }

/**
 * Of masking: a role without a rule for a class sees nothing of it, which is safe; a field without a class stays hidden
 * although nobody decided that, which is the gap. `fields` are those of assets with personal data.
 */
export function maskingReading({ roles, rules, fields, classified }: MaskingFacts): ControlReading {
  const classes = `classified fields ${figure(classified)} of ${figure(fields)}`
  if (roles === 0)
    return { state: "unknown", words: readingWords("no warehouse role yet", fields > 0 && classes) }
  const said = `${counted(roles, "role")}, ${counted(rules, "rule")}`
  if (fields === 0) return { state: "unknown", words: `${said}; no field is classified as personal yet` }
  return { state: classified < fields ? "warning" : "good", words: `${said}; ${classes}` }
}

type AssessmentFacts = {
  /** Products and items whose screening asks for an assessment. */
  due: number
  /** Those whose assessments are approved as they stand. */
  approved: number
  /** With personal data, and not screened. */
  unscreened: number
  /** Assessments whose high risk waits for the authority's advice. */
  unadvised: number
}

/** Of impact assessments (Art. 35 and 36 GDPR). */
export function assessmentReading({ due, approved, unscreened, unadvised }: AssessmentFacts): ControlReading {
  if (due + unscreened + unadvised === 0)
    return { state: "unknown", words: "No screening asks for an assessment yet" }
  const words = readingWords(
    due === 0
      ? "no screening asks for an assessment yet"
      : `${figure(approved)} of ${figure(due)} assessments due are approved`,
    unadvised > 0 && `${counted(unadvised, "high risk")} without the authority's advice`,
    unscreened > 0 && `${figure(unscreened)} not screened`,
  )
  if (unadvised > 0 || (due > 0 && approved === 0)) return { state: "bad", words }
  return { state: approved < due || unscreened > 0 ? "warning" : "good", words }
}
