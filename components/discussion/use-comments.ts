"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { notify } from "@/components/ui/toast"
import type { SubjectRef } from "@/server/discussion/domain/subject"
import type { Comment, CommentList } from "./discussion-data"

/** The comments of a subject. What the reader does shows at once, and is taken back when the server refuses. */
export function useComments(subject: SubjectRef) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const queries = useQueryClient()
  const { me } = useWorkspace()
  const options = trpc.discussion.listComments.queryOptions({ subject })
  const list = useQuery(options).data
  const show = (change: (comments: Comment[]) => Comment[]) =>
    queries.setQueryData<CommentList>(
      options.queryKey,
      (known) => known && { ...known, comments: change(known.comments) },
    )
  const settle = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    await queries.cancelQueries({ queryKey: options.queryKey })
    const before = queries.getQueryData<CommentList>(options.queryKey)
    try {
      await work()
      await queries.invalidateQueries({ queryKey: options.queryKey })
      void queries.invalidateQueries({ queryKey: trpc.home.pathKey(), refetchType: "none" })
      return true
    } catch (error) {
      queries.setQueryData(options.queryKey, before)
      notify.error(`${what}. ${errorMessage(error)}`)
      return false
    }
  }
  return {
    comments: list?.comments ?? [],
    loaded: list !== undefined,
    add: (text: string, mentionedIds: string[]) =>
      settle("The comment was not sent", () => {
        const now = new Date().toISOString()
        const shown: Comment = {
          id: `new ${now}`,
          text,
          version: 1,
          createdById: me.id,
          createdByName: me.name,
          createdAt: now,
          editedAt: null,
          withdrawnAt: null,
          withdrawnByName: null,
          mentions: [],
          waitsOnMe: false,
        }
        show((all) => [...all.map((one) => ({ ...one, waitsOnMe: false })), shown])
        return api.discussion.addComment.mutate({ subject, text, mentionedIds })
      }),
    edit: (comment: Comment, text: string, mentionedIds: string[]) =>
      settle("The comment was not changed", () => {
        // "edited" comes from the server: until then there is no earlier version to read.
        show((all) => all.map((one) => (one.id === comment.id ? { ...one, text } : one)))
        const { id, version } = comment
        return api.discussion.editComment.mutate({ id, version, text, mentionedIds })
      }),
    withdraw: async (comment: Comment) => {
      await api.discussion.withdrawComment.mutate({ id: comment.id })
      await queries.invalidateQueries({ queryKey: options.queryKey })
    },
    read: () =>
      settle("It was not marked as read", () => {
        show((all) => all.map((one) => ({ ...one, waitsOnMe: false })))
        return api.discussion.readMentions.mutate({ subject })
      }),
  }
}

export type Comments = ReturnType<typeof useComments>
