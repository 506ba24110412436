"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { AssetPrivacy } from "@/components/privacy/asset-privacy"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Menu } from "@/components/ui/menu"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { notify } from "@/components/ui/toast"
import { ASSET_KIND_LABELS } from "@/server/catalog/domain/asset"
import { AssetAbout } from "./asset-about"
import { AssetFieldsSection } from "./asset-fields"
import { EffectiveChip } from "./level-word"
import { fieldsWords, scopeOf } from "./prepare-catalog"
import { useRefreshCatalog } from "./use-refresh-catalog"
import "@/components/products/products.css"
import "./catalog.css"

const SubjectAccess = dynamic(() => import("@/components/access/subject-access"))
const AssetDialog = dynamic(() => import("./asset-dialog"), { ssr: false })
const LevelDialog = dynamic(() => import("./level-dialog"), { ssr: false })

/** One data asset: fields and their classification, how long it is kept, who agreed to it, what was decided. */
export function AssetView({ assetKey }: { assetKey: string }) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const { workspace, may, now } = useWorkspace()
  const { params, set } = useAddress()
  const { data: asset } = useSuspenseQuery(trpc.catalog.getAsset.queryOptions({ key: assetKey }))
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const [open, setOpen] = useState<"level" | "archive">()
  const archive = useMutation(trpc.catalog.archiveAsset.mutationOptions())
  const restore = useMutation(
    trpc.catalog.restoreAsset.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const here = scopeOf(asset.product)
  const mayEdit = may("catalog.edit", here)
  const mayClassify = may("catalog.classify", here)
  const archived = asset.archivedAt !== null
  const reason = archived
    ? `${asset.name} is archived. Restore it first`
    : mayEdit.ok
      ? undefined
      : mayEdit.reason
  useShortcuts(
    reason === undefined
      ? [{ keys: "e", label: "Edit data asset", hint: true, run: () => set("edit", "1") }]
      : [],
  )
  return (
    <>
      <PageHead
        title={asset.name}
        crumbs={[
          { label: "Data assets", href: `/${workspace.slug}/assets` },
          ...(asset.product
            ? [{ label: asset.product.name, href: `/${workspace.slug}/products/${asset.product.slug}` }]
            : []),
        ]}
        state={
          <>
            <EffectiveChip scheme={scheme} level={asset.level} />
            {ASSET_KIND_LABELS[asset.kind]}, {fieldsWords(asset.fields.length, asset.level.unknownParts)}.
            Owner {asset.owner?.name ?? "nobody yet"}.
          </>
        }
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    {
                      label: "Set level",
                      onSelect: () => setOpen("level"),
                      disabledReason: archived ? reason : mayClassify.ok ? undefined : mayClassify.reason,
                    },
                  ],
                },
                {
                  entries: [
                    archived
                      ? {
                          label: "Restore data asset",
                          onSelect: () => restore.mutate({ id: asset.id }),
                          disabledReason: mayEdit.ok ? undefined : mayEdit.reason,
                        }
                      : {
                          label: "Archive data asset",
                          danger: true,
                          onSelect: () => setOpen("archive"),
                          disabledReason: reason,
                        },
                  ],
                },
              ]}
            />
            <Button variant="primary" disabledReason={reason} onClick={() => set("edit", "1")}>
              Edit data asset
            </Button>
          </>
        }
      />
      {asset.archivedAt ? (
        <Notice state="unknown">
          <b>
            Archived <RelativeTime iso={asset.archivedAt} now={now} past />.
          </b>{" "}
          {asset.archiveReason}
        </Notice>
      ) : null}
      <div className="below first">
        <AssetFieldsSection asset={asset} scheme={scheme} />
        <div>
          <AssetAbout asset={asset} scheme={scheme} />
          <AssetPrivacy asset={asset} />
          <SubjectAccess subject={{ type: "asset", id: asset.id }} scope={here} />
        </div>
      </div>
      {params.get("edit") && reason === undefined ? (
        <AssetDialog asset={asset} onClose={() => set("edit", null)} />
      ) : null}
      {open === "level" ? (
        <LevelDialog
          subject={{ type: "asset", id: asset.id, name: asset.name, setLevel: asset.levelKey }}
          scheme={scheme}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      <ConfirmDialog
        open={open === "archive"}
        onOpenChange={(next) => setOpen(next ? "archive" : undefined)}
        title={`Archive ${asset.name}`}
        description="It leaves the lists and the due dates. Its fields, classification and evidence stay and can be restored."
        action="Archive data asset"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          await archive.mutateAsync({ id: asset.id, reason: answer })
          await refresh()
        }}
      />
    </>
  )
}
