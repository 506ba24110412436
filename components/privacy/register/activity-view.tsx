"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Menu } from "@/components/ui/menu"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { notify } from "@/components/ui/toast"
import { ACTIVITY_STATE_LABELS } from "@/server/privacy/domain/activity-state"
import { PROCESSING_ROLE_LABELS } from "@/server/privacy/domain/processing-activity"
import { ActivityPoints } from "./activity-points"
import { ActivitySide } from "./activity-side"
import { ACTIVITY_LOOKS, gapWords } from "./prepare-register"
import { useRefreshRegister } from "./use-refresh-register"
import "@/components/products/products.css"
import "@/components/dpia/dpia.css"
import "./register.css"

const ActivityForm = dynamic(() => import("./activity-form"), { ssr: false })

/** One entry of the record of processing. */
export function ActivityView({ activityKey }: { activityKey: string }) {
  const trpc = useTRPC()
  const refresh = useRefreshRegister()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const [asked, setAsked] = useState(false)
  const { data: activity } = useSuspenseQuery(trpc.privacy.getActivity.queryOptions({ key: activityKey }))
  const deprecate = useMutation(trpc.privacy.deprecateActivity.mutationOptions())
  const reinstate = useMutation(
    trpc.privacy.reinstateActivity.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const { id, key, fields, state, gaps, version } = activity
  const mayEdit = may("privacy.edit")
  const deprecated = state === "deprecated"
  const refused = mayEdit.ok ? undefined : mayEdit.reason
  const reason = refused ?? (deprecated ? "Take it into use again first" : undefined)
  const editing = params.get("edit") !== null && reason === undefined
  const edit = () => set("edit", "1")
  useShortcuts(reason === undefined ? [{ keys: "e", label: "Edit entry", hint: true, run: edit }] : [])
  return (
    <>
      <PageHead
        title={fields.name}
        crumbs={[
          { label: "Privacy", href: `/${workspace.slug}/privacy` },
          { label: "Record of processing", href: `/${workspace.slug}/privacy/register` },
        ]}
        state={
          <>
            <Chip state={ACTIVITY_LOOKS[state]}>{ACTIVITY_STATE_LABELS[state]}</Chip>
            {key}, version {version}. {PROCESSING_ROLE_LABELS[fields.role]}. {gapWords(gaps.length)}.
          </>
        }
        actions={
          editing ? undefined : (
            <>
              <Menu
                trigger={<Button>More</Button>}
                groups={[
                  { entries: [{ label: "Print entry", onSelect: () => window.print() }] },
                  {
                    entries: [
                      deprecated
                        ? {
                            label: "Take into use again",
                            onSelect: () => reinstate.mutate({ id }),
                            disabledReason: refused,
                          }
                        : {
                            label: "Deprecate entry",
                            danger: true,
                            onSelect: () => setAsked(true),
                            disabledReason: refused,
                          },
                    ],
                  },
                ]}
              />
              <Button variant="primary" disabledReason={reason} onClick={edit}>
                Edit entry
              </Button>
            </>
          )
        }
      />
      {deprecated ? (
        <Notice state="unknown">
          <b>Deprecated.</b> {activity.deprecateReason}
        </Notice>
      ) : null}
      {editing ? (
        <ActivityForm activity={activity} onClose={() => set("edit", null)} />
      ) : (
        <div className="dpia-columns">
          <ActivityPoints activity={activity} />
          <ActivitySide activity={activity} />
        </div>
      )}
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={`Deprecate ${key}`}
        description="The processing has ended. The entry leaves the register, stays to be read and can be taken into use again."
        action="Deprecate entry"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          await deprecate.mutateAsync({ id, reason: answer })
          await refresh()
        }}
      />
    </>
  )
}
