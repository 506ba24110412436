"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useDraftStore } from "@/components/shell/use-draft-store"
import { notify } from "@/components/ui/toast"
import type { Framework } from "@/server/scoring/domain/framework"
import { type CriterionDraft, draftOf, type FrameworkDraft, newCriterion } from "./prepare-draft"
import { type Problems, readDraft, serverProblems } from "./read-draft"

type Options = { start: Framework; basedOn: number; draftName: string; hrefOf: (key: string) => string }

/** A framework while it is edited: kept over a reload, checked by the server's rules, published as the next version. */
export function useFrameworkEditor({ start, basedOn, draftName, hrefOf }: Options) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const store = useDraftStore(draftName)
  const router = useRouter()
  const [draft, setDraft] = useState(() => draftOf(start))
  const [problems, setProblems] = useState<Problems>({})
  const [message, setMessage] = useState<string>()
  const [restored, setRestored] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const publish = useMutation(trpc.scoring.publishFramework.mutationOptions())

  useEffect(() => {
    const kept = store.read() as FrameworkDraft | undefined
    if (kept) {
      setDraft(kept)
      setRestored(true)
    }
  }, [store])
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  const change = (next: FrameworkDraft) => {
    setDraft(next)
    store.keep(next)
  }
  const discard = () => {
    store.clear()
    setDraft(draftOf(start))
    setProblems({})
    setRestored(false)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (publish.isPending) return
    setMessage(undefined)
    const read = readDraft(draft)
    setProblems("problems" in read ? read.problems : {})
    if ("problems" in read) return
    try {
      const { key, version } = await publish.mutateAsync({ definition: read.definition, basedOn })
      store.clear()
      await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
      notify.success(
        version === basedOn ? "Nothing changed, so no version was published" : `Published version ${version}`,
      )
      router.push(hrefOf(key))
    } catch (error) {
      const fields = serverProblems(fieldErrors(error), draft)
      setProblems(fields)
      setMessage(errorMessage(error))
    }
  }
  return {
    draft,
    problems,
    message,
    restored,
    pending: publish.isPending,
    discard,
    set: (patch: Partial<FrameworkDraft>) => change({ ...draft, ...patch }),
    setCriterion: (index: number, patch: Partial<CriterionDraft>) =>
      change({
        ...draft,
        criteria: draft.criteria.map((one, at) => (at === index ? { ...one, ...patch } : one)),
      }),
    addCriterion: () =>
      change({ ...draft, criteria: [...draft.criteria, newCriterion(crypto.randomUUID())] }),
    removeCriterion: (index: number) => {
      change({ ...draft, criteria: draft.criteria.filter((_, at) => at !== index) })
      setProblems({})
    },
    props: { ref: form, onSubmit: submit, noValidate: true },
  }
}

export type FrameworkEditor = ReturnType<typeof useFrameworkEditor>
