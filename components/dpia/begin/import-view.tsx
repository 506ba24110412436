"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type DragEvent, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { notify } from "@/components/ui/toast"
import "../dpia.css"
import { useRefreshDpia } from "../use-refresh-dpia"
import { importFile, MOST_BYTES, readFile } from "./call-import"
import { ImportPreviewPanel } from "./import-preview"

/** Brings in an assessment that was written with the CNIL's tool: choose, look at what it holds, confirm. */
export function ImportView() {
  const trpc = useTRPC()
  const router = useRouter()
  const { workspace, may } = useWorkspace()
  const { params } = useAddress()
  const refresh = useRefreshDpia()
  const { data: products } = useSuspenseQuery(trpc.products.listProducts.queryOptions({}))
  const [productId, setProductId] = useState<string | undefined>(params.get("product") ?? undefined)
  const [file, setFile] = useState<File>()
  const [problem, setProblem] = useState<string>()
  const [accepted, setAccepted] = useState(false)
  const base = `/${workspace.slug}/privacy`
  const look = useMutation({
    mutationFn: ({ chosen, product }: { chosen: File; product: string }) =>
      readFile(workspace.slug, chosen, product),
  })
  const apply = useMutation({
    mutationFn: ({ chosen, product }: { chosen: File; product: string }) =>
      importFile(workspace.slug, chosen, product, accepted),
    onSuccess: async ({ key }) => {
      notify.success(`Imported ${key}`)
      await refresh()
      router.push(`${base}/assessments/${key}`)
    },
  })
  const read = (chosen: File | undefined, product: string | undefined) => {
    look.reset()
    apply.reset()
    setAccepted(false)
    setFile(chosen)
    const large = chosen && chosen.size > MOST_BYTES
    setProblem(large ? "The file is larger than 30 MB. Take its attachments out of it" : undefined)
    if (chosen && product && !large) look.mutate({ chosen, product })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    read(event.dataTransfer.files[0], productId)
  }
  const mayEdit = may("dpia.edit")
  const preview = look.data
  const waits = !productId
    ? "Choose a product first"
    : !preview
      ? "Choose a file first"
      : preview.errors > 0 && !accepted
        ? "Accept the entries that cannot be used, or choose another file"
        : undefined
  return (
    <>
      <PageHead
        title="Import assessment"
        crumbs={[{ label: "Privacy", href: base }, { label: "Import assessment" }]}
        state="From a JSON file of the CNIL's tool. Nothing is changed before you confirm."
      />
      <div className="begin">
        {mayEdit.ok ? null : <Notice state="warning">{mayEdit.reason}</Notice>}
        <Field label="1. Product that the assessment is about" required>
          {(control) => (
            <Combobox
              {...control}
              label="Product"
              options={products.map(({ id, name: label }) => ({ value: id, label }))}
              value={productId}
              onChange={(id) => {
                setProductId(id)
                read(file, id)
              }}
            />
          )}
        </Field>
        <Field label="2. File" hint="JSON, at most 30 MB. You can also drop it here" error={problem}>
          {(control) => (
            <input
              {...control}
              className="file-drop"
              type="file"
              accept=".json,application/json"
              onDragOver={(event) => event.preventDefault()}
              onDrop={drop}
              onChange={(event) => read(event.target.files?.[0], productId)}
            />
          )}
        </Field>
        <output className="block">
          {look.isPending ? <p className="muted">Reading the file</p> : null}
          {look.error ? <Notice state="bad">{errorMessage(look.error)}</Notice> : null}
          {preview ? (
            <ImportPreviewPanel preview={preview} accepted={accepted} onAccept={setAccepted} />
          ) : null}
          {apply.error ? <Notice state="bad">{errorMessage(apply.error)}</Notice> : null}
        </output>
        <Button
          variant="primary"
          pending={apply.isPending}
          disabledReason={mayEdit.ok ? waits : mayEdit.reason}
          onClick={() => file && productId && apply.mutate({ chosen: file, product: productId })}
        >
          Import assessment
        </Button>
      </div>
    </>
  )
}
