"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useSearchKey } from "@/components/shell/use-search-key"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { PageHead } from "@/components/ui/page-head"
import { SearchBox } from "@/components/ui/search-box"
import { notify } from "@/components/ui/toast"
import { GrantDialog } from "./grant-dialog"
import { InvitationTable } from "./invitation-table"
import { InviteDialog } from "./invite-dialog"
import { LinkDialog, type OneTimeLink } from "./link-dialog"
import { MemberDialog } from "./member-dialog"
import { type MemberAct, MemberTable } from "./member-table"
import { lastingAdministrators, type MemberRow, matchingMembers, membersState } from "./prepare-members"
import { latestTime } from "./prepare-time"
import { useMembersRefresh } from "./use-members-refresh"

type Open = { act: MemberAct; id: string } | { act: "invite" } | undefined

/** The search stands in the address without asking the server for the page again. */
function keepInAddress(text: string): void {
  window.history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : window.location.pathname)
}

export function MembersView() {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const { may, now: drawnAt } = useWorkspace()
  const { data: members, dataUpdatedAt } = useSuspenseQuery(trpc.members.listMembers.queryOptions({}))
  const { data: invitations } = useSuspenseQuery(trpc.members.listInvitations.queryOptions({}))
  const [text, setText] = useState(useSearchParams().get("q") ?? "")
  const [open, setOpen] = useState<Open>()
  const [link, setLink] = useState<OneTimeLink>()
  const input = useSearchKey("Search members")
  const close = () => setOpen(undefined)
  const verdict = may("members.manage")
  const granted = members.flatMap(({ grants }) => grants.map(({ grantedAt }) => grantedAt))
  const now = latestTime(drawnAt, dataUpdatedAt, ...granted)
  const lasting = lastingAdministrators(members, now)
  const shown = matchingMembers(members, text)
  const chosen = open && "id" in open ? members.find((member) => member.id === open.id) : undefined
  const act = open?.act

  useShortcuts(
    verdict.ok
      ? [{ keys: "c", label: "Invite member", hint: true, run: () => setOpen({ act: "invite" }) }]
      : [],
  )

  const reset = useMutation(trpc.members.createPasswordReset.mutationOptions())
  const remove = useMutation(trpc.members.removeMember.mutationOptions())
  const makeLink = async (member: MemberRow) => {
    try {
      const { token, expiresAt } = await reset.mutateAsync({ userId: member.id })
      const about = `Send this link to ${member.name} (${member.email}). With it they set a new password, and all their sessions end.`
      setLink({ title: "Password link is ready", about, path: `/reset/${token}`, expiresAt })
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  const removeChosen = async (member: MemberRow, reason: string) => {
    await remove.mutateAsync({ userId: member.id, reason }).catch((error) => {
      throw new Error(errorMessage(error))
    })
    await refresh()
    notify.success(`Removed ${member.name} from the workspace`)
  }
  return (
    <>
      <PageHead
        title="Members"
        state={membersState(members, invitations.filter(({ state }) => state === "open").length, now)}
        actions={
          <Button
            variant="primary"
            onClick={() => setOpen({ act: "invite" })}
            disabledReason={verdict.ok ? undefined : verdict.reason}
          >
            Invite member
          </Button>
        }
      />
      <div className="filters">
        <SearchBox
          label="Search members"
          text={text}
          onSearch={(words) => {
            setText(words)
            keepInAddress(words)
          }}
          inputRef={input}
        />
        <span className="hint count" aria-live="polite">
          {text ? `${shown.length} of ${members.length}` : ""}
        </span>
      </div>
      {shown.length > 0 ? (
        <MemberTable
          members={shown}
          lasting={lasting}
          now={now}
          onAct={(next, member) =>
            next === "reset" ? makeLink(member) : setOpen({ act: next, id: member.id })
          }
        />
      ) : (
        <p className="muted">No member matches “{text}”. Search by name, e-mail, role, domain or product.</p>
      )}
      <InvitationTable now={now} />
      {act === "invite" ? (
        <InviteDialog
          onClose={close}
          onInvited={(made) => {
            close()
            setLink(made)
          }}
        />
      ) : null}
      {chosen && act === "open" ? (
        <MemberDialog
          member={chosen}
          lasting={lasting}
          now={now}
          onClose={close}
          onGrant={() => setOpen({ act: "grant", id: chosen.id })}
        />
      ) : null}
      {chosen && act === "grant" ? <GrantDialog member={chosen} onClose={close} /> : null}
      <ConfirmDialog
        open={chosen !== undefined && act === "remove"}
        onOpenChange={(stays) => stays || close()}
        title={`Remove ${chosen?.name}`}
        description="Their roles and API tokens in this workspace end at once. What they did stays, with their name."
        action="Remove member"
        ask={{ kind: "reason" }}
        onConfirm={(reason) => chosen && removeChosen(chosen, reason)}
      />
      {link ? <LinkDialog link={link} onClose={() => setLink(undefined)} /> : null}
    </>
  )
}
