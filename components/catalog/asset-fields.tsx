"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SearchBox } from "@/components/ui/search-box"
import { SectionHead } from "@/components/ui/section-head"
import type { AssetField } from "@/server/catalog/domain/asset"
import type { AssetDetails, SchemeNow } from "./catalog-data"
import { FieldTable } from "./field-table"
import { fieldsWords, scopeOf } from "./prepare-catalog"
import { SuggestionBar, useSuggestions } from "./suggestion-bar"

const ClassifyDialog = dynamic(() => import("./classify-dialog"), { ssr: false })
const FieldsDialog = dynamic(() => import("./fields-dialog"), { ssr: false })

/** Most rows drawn at once; the search leads to the others. */
const SHOWN = 300

/** The fields of an asset: classified one by one, several at once, or by what their names suggest. */
export function AssetFieldsSection({ asset, scheme }: { asset: AssetDetails; scheme: SchemeNow }) {
  const { may } = useWorkspace()
  const here = scopeOf(asset.product)
  const mayClassify = may("catalog.classify", here)
  const mayEdit = may("catalog.edit", here)
  const [typed, setTyped] = useState("")
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [classifying, setClassifying] = useState<readonly AssetField[]>()
  const [editing, setEditing] = useState(false)
  const actions = useSuggestions(asset.id)
  const words = typed.toLowerCase()
  const found = asset.fields.filter(({ name }) => name.toLowerCase().includes(words))
  const shown = found.slice(0, SHOWN)
  const archived = asset.archivedAt ? `${asset.name} is archived. Restore it first` : undefined
  const editReason = archived ?? (mayEdit.ok ? undefined : mayEdit.reason)
  const classifyReason = archived ?? (mayClassify.ok ? undefined : mayClassify.reason)
  const selected = asset.fields.filter(({ id }) => chosen.has(id))
  return (
    <section>
      <SectionHead
        title="Fields"
        note={fieldsWords(asset.fields.length, asset.level.unknownParts)}
        right={
          asset.fields.length > 0 ? (
            <Button size="small" disabledReason={editReason} onClick={() => setEditing(true)}>
              Edit fields
            </Button>
          ) : null
        }
      />
      {asset.fields.length === 0 ? (
        <EmptyState
          title="No fields yet"
          action={
            <Button disabledReason={editReason} onClick={() => setEditing(true)}>
              Paste fields
            </Button>
          }
          sample={<p className="mono">customer_id bigint not null, email text, born date</p>}
        >
          Paste the columns from a schema, a CSV or a list. Their names suggest classes that you accept or
          dismiss.
        </EmptyState>
      ) : (
        <>
          {asset.suggestions.length > 0 && !archived ? (
            <SuggestionBar suggestions={asset.suggestions} reason={classifyReason} actions={actions} />
          ) : null}
          {asset.fields.length > 12 || selected.length > 0 ? (
            <div className="filters">
              {asset.fields.length > 12 ? (
                <SearchBox label="Search fields" text={typed} onSearch={setTyped} />
              ) : null}
              {selected.length > 0 ? (
                <Button size="small" disabledReason={classifyReason} onClick={() => setClassifying(selected)}>
                  Classify {selected.length} chosen
                </Button>
              ) : null}
            </div>
          ) : null}
          <FieldTable
            fields={shown}
            suggestions={archived ? [] : asset.suggestions}
            scheme={scheme}
            mayClassify={classifyReason === undefined}
            chosen={chosen}
            onChosen={setChosen}
            onClassify={(field) => setClassifying([field])}
            actions={actions}
          />
          {found.length > SHOWN ? (
            <p className="hint mt-2">
              First {SHOWN} of {found.length}. Search to find the others.
            </p>
          ) : null}
        </>
      )}
      {classifying ? (
        <ClassifyDialog
          assetId={asset.id}
          fields={classifying}
          scheme={scheme}
          onClose={() => {
            setClassifying(undefined)
            setChosen(new Set())
          }}
        />
      ) : null}
      {editing ? <FieldsDialog asset={asset} onClose={() => setEditing(false)} /> : null}
    </section>
  )
}
