"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { Framework } from "@/server/scoring/domain/framework"
import { type CriterionDraft, draftOf, type FrameworkDraft, newCriterion } from "./prepare-draft"
import { type Problems, readDraft, serverProblems } from "./read-draft"

function recall(name: string): FrameworkDraft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null") ?? undefined
  } catch {
    return undefined
  }
}

function remember(name: string, draft: FrameworkDraft | null) {
  try {
    if (draft) sessionStorage.setItem(name, JSON.stringify(draft))
    else sessionStorage.removeItem(name)
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

type Options = { start: Framework; basedOn: number; storage: string; hrefOf: (key: string) => string }

/** A framework while it is edited: kept over a reload, checked by the server's rules, published as the next version. */
export function useFrameworkEditor({ start, basedOn, storage, hrefOf }: Options) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const [draft, setDraft] = useState(() => draftOf(start))
  const [problems, setProblems] = useState<Problems>({})
  const [message, setMessage] = useState<string>()
  const [restored, setRestored] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const publish = useMutation(trpc.scoring.publishFramework.mutationOptions())

  useEffect(() => {
    const kept = recall(storage)
    if (kept) {
      setDraft(kept)
      setRestored(true)
    }
  }, [storage])
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  const change = (next: FrameworkDraft) => {
    setDraft(next)
    remember(storage, next)
  }
  const discard = () => {
    remember(storage, null)
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
      remember(storage, null)
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
