"use client"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { saveFile } from "@/components/audit/save-file"
import { PrivacyTabs } from "@/components/privacy/privacy-tabs"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import { notify } from "@/components/ui/toast"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ProductClassified } from "./catalog-data"
import { EffectiveChip } from "./level-word"
import { scopeOf } from "./prepare-catalog"
import { SchemePanel } from "./scheme-panel"
import "./catalog.css"

const LevelDialog = dynamic(() => import("./level-dialog"), { ssr: false })

/** What the products amount to, and the levels and classes that it is said in. */
export function ClassificationView() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, may } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.catalog.listClassification.queryOptions({}))
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const [setting, setSetting] = useState<ProductClassified>()
  const save = useMutation({
    mutationFn: () => queries.fetchQuery(trpc.catalog.exportClassification.queryOptions({})),
    onSuccess: ({ fileName, text }) => saveFile(fileName, text),
    onError: (error) => notify.error(errorMessage(error)),
  })
  const mayConfigure = may("catalog.classify", WORKSPACE_SCOPE)
  const assets = data.products.flatMap((product) => product.assets).concat(data.loose)
  const unknown = assets.reduce((sum, { level }) => sum + level.unknownParts, 0)
  const without = data.products.filter(({ level }) => level.known === null).length
  return (
    <>
      <PageHead
        title="Classification"
        state={`${assets.length} data assets, ${unknown === 0 ? "every field classified" : `${unknown} fields not classified`}${without > 0 ? `, ${without} products of unknown level` : ""}`}
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
          right={<Link href={`/${workspace.slug}/assets?level=unknown`}>Data of unknown level</Link>}
        />
        <Table label="Products by level">
          <thead>
            <tr>
              <Th>Product</Th>
              <Th>Level</Th>
              <Th num>Data assets</Th>
              <Th num>Fields unknown</Th>
              <ActionsTh />
            </tr>
          </thead>
          <tbody>
            {data.products.map((product) => {
              const fields = product.assets.reduce((sum, { level }) => sum + level.unknownParts, 0)
              return (
                <tr key={product.id}>
                  <th scope="row">
                    <Link href={`/${workspace.slug}/products/${product.slug}`}>{product.name}</Link>
                  </th>
                  <Td>
                    <EffectiveChip
                      scheme={scheme}
                      level={{ ...product.level, unknownParts: product.level.unknownParts + fields }}
                    />
                    {product.setLevel ? <small>set by a person</small> : null}
                  </Td>
                  <Td num>
                    <Link className="figure-link" href={`/${workspace.slug}/assets?product=${product.id}`}>
                      {product.assets.length}
                    </Link>
                  </Td>
                  <Td num>{product.assets.length === 0 ? <span className="muted">no data</span> : fields}</Td>
                  <Td className="num">
                    {may("catalog.classify", scopeOf(product)).ok ? (
                      <Menu
                        trigger={
                          <Button size="small" aria-label={`Change ${product.name}`}>
                            Change
                          </Button>
                        }
                        groups={[{ entries: [{ label: "Set level", onSelect: () => setSetting(product) }] }]}
                      />
                    ) : null}
                  </Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
        {data.loose.length > 0 ? (
          <p className="hint mt-2">
            {data.loose.length} data {data.loose.length === 1 ? "asset belongs" : "assets belong"} to no
            product.
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
