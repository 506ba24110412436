import { rowProblem } from "../domain/import/row-problem"
import { ProblemList } from "./problem-list"

/**
 * What the first reading of a file finds out: which rows cannot go in, which items rows stand for, who is whose
 * parent. Holds keys and numbers only; texts are read again, batch by batch, when the plan is carried out.
 */
export class ImportPlan {
  rows = 0
  readonly problems = new ProblemList()
  /** Rows with an error, by number; they stay out. */
  readonly failed = new Set<number>()
  /** The item a row stands for. */
  readonly existing = new Map<number, string>()
  /** The parent's id for rows that name one that was found. */
  readonly parents = new Map<number, string>()
  /** Ids of items to be made, given out ahead to the rows that are parents. */
  readonly newIds = new Map<number, string>()

  fail(row: number, message: string, value: string | null = null): void {
    this.failed.add(row)
    this.problems.add(rowProblem("error", row, null, value, message))
  }
}
