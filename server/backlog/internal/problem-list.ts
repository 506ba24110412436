import type { RowProblem } from "../domain/import/row-problem"

const KEPT = 200

/** Counts the problems of a file and keeps the first of each kind, so that a bad file of 100,000 rows stays small. */
export class ProblemList {
  #errors: RowProblem[] = []
  #warnings: RowProblem[] = []
  warnings = 0

  add(problem: RowProblem): void {
    const isError = problem.severity === "error"
    if (!isError) this.warnings++
    const list = isError ? this.#errors : this.#warnings
    if (list.length < KEPT) list.push(problem)
  }

  /** At most 200, errors first, each kind by row. */
  first(): RowProblem[] {
    const byRow = (a: RowProblem, b: RowProblem) => a.row - b.row
    return [...this.#errors.sort(byRow), ...this.#warnings.sort(byRow)].slice(0, KEPT)
  }
}
