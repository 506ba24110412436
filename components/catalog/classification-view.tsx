"use client"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useDeferredValue, useMemo, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { saveFile } from "@/components/audit/save-file"
import { PrivacyTabs } from "@/components/privacy/privacy-tabs"
import { FirstProduct } from "@/components/products/first-product"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { notify } from "@/components/ui/toast"
import { NO_PRODUCT } from "@/server/catalog/domain/asset"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ProductClassified } from "./catalog-data"
import { ClassificationFilters } from "./classification-filters"
import { ClassificationTable } from "./classification-table"
import {
  classificationInput,
  classificationParams,
  classificationState,
  looseWords,
} from "./prepare-classification"
import { SchemePanel } from "./scheme-panel"
import "./catalog.css"

const LevelDialog = dynamic(() => import("./level-dialog"), { ssr: false })

/** What the products amount to, and the levels and classes that it is said in. */
export function ClassificationView() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, may } = useWorkspace()
  const { params } = useAddress()
  const input = useMemo(() => classificationInput(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.catalog.listClassification.queryOptions(asked))
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const [setting, setSetting] = useState<ProductClassified>()
  const save = useMutation({
    mutationFn: () => queries.fetchQuery(trpc.catalog.exportClassification.queryOptions({})),
    onSuccess: ({ fileName, text }) => saveFile(fileName, text),
    onError: (error) => notify.error(errorMessage(error)),
  })
  const mayConfigure = may("catalog.classify", WORKSPACE_SCOPE)
  const filtered = classificationParams(asked.filter).size > 0
  const base = `/${workspace.slug}`
  return (
    <>
      <PageHead
        title="Classification"
        state={classificationState(data, filtered)}
        actions={
          <Button variant="primary" pending={save.isPending} onClick={() => save.mutate()}>
            Export as CSV
          </Button>
        }
      />
      <PrivacyTabs />
      <section>
        <SectionHead
          title="Products"
          note="each has the highest level of its data"
          right={<Link href={`${base}/assets?level=unknown`}>Data of unknown level</Link>}
        />
        <ClassificationFilters filter={input.filter} scheme={scheme} shown={data.total} />
        {data.products.length > 0 ? (
          <ClassificationTable products={data.products} scheme={scheme} onSetLevel={setSetting} />
        ) : data.total > 0 ? (
          <PastEnd />
        ) : filtered ? (
          <p className="muted">No product fits these filters.</p>
        ) : (
          <FirstProduct>
            Each product is shown here with the highest level of its data: classify the fields of its assets,
            and the level follows.
          </FirstProduct>
        )}
        <Pager offset={asked.offset} total={data.total} />
        {data.loose > 0 ? (
          <p className="hint mt-2">
            <Link href={`${base}/assets?product=${NO_PRODUCT}`}>{looseWords(data.loose)}</Link>, so no product
            has their level.
          </p>
        ) : null}
      </section>
      <SchemePanel scheme={scheme} reason={mayConfigure.ok ? undefined : mayConfigure.reason} />
      {setting ? (
        <LevelDialog
          subject={{ type: "product", id: setting.id, name: setting.name, setLevel: setting.setLevel }}
          scheme={scheme}
          onClose={() => setSetting(undefined)}
        />
      ) : null}
    </>
  )
}
