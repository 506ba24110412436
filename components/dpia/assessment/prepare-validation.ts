import { PARTS } from "@/server/dpia/domain/questions"

/** Where on the page a problem is put right: "2.1 Necessity…" leads to part 2.1, the others to advice and views. */
export function stopOfProblem(problem: string): string {
  return PARTS.find(({ id }) => problem.startsWith(`${id} `))?.id ?? "opinions"
}
