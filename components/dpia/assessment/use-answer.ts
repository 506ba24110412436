"use client"
import { useMutation } from "@tanstack/react-query"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { notify } from "@/components/ui/toast"
import type { ListEntry } from "@/server/dpia/domain/assessment-fields"
import type { AnswerRow } from "@/server/dpia/domain/assessment-row"
import type { Level } from "@/server/dpia/domain/risk"
import { useAssessment } from "./use-assessment"

type Changes = { text?: string; gauge?: Level; list?: ListEntry[] }

const blank = (questionId: number): AnswerRow => ({
  questionId,
  text: "",
  gauge: 0,
  list: [],
  version: 0,
  by: null,
  at: null,
})

/** The answer to one question, and the way to save parts of it. */
export function useAnswer(questionId: number) {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const { assessment, patch, present, refresh } = useAssessment()
  const { mutateAsync } = useMutation(trpc.dpia.updateAnswer.mutationOptions())
  const find = (answers: readonly AnswerRow[]) =>
    answers.find((answer) => answer.questionId === questionId) ?? blank(questionId)

  /** Saves on top of version `base`. @throws what the server refuses, a conflict among it */
  const save = async (changes: Changes, base: number): Promise<number> => {
    const { version, assessment: saved } = await mutateAsync({
      id: assessment.id,
      questionId,
      version: base,
      changes,
    })
    const by = { id: me.id, name: me.name }
    patch((before) => ({
      ...before,
      ...saved,
      answers: [
        ...before.answers.filter((answer) => answer.questionId !== questionId),
        { ...find(before.answers), ...changes, version, by, at: new Date().toISOString() },
      ],
    }))
    void refresh()
    return version
  }

  /** Saves a choice at once on top of what is known now; says so when it could not. */
  const choose = async (changes: Changes): Promise<void> => {
    try {
      await save(changes, find(present().answers).version)
    } catch (error) {
      const theirs = conflictWith<AnswerRow>(error)
      notify.error(
        theirs
          ? "Somebody else changed this answer. It is shown as saved; choose again"
          : errorMessage(error),
      )
      await refresh()
    }
  }

  return { answer: find(assessment.answers), save, choose }
}
