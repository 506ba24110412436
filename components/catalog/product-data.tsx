"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { SectionHead } from "@/components/ui/section-head"
import { EffectiveChip } from "./level-word"
import { fieldsWords } from "./prepare-catalog"

/** The data assets of a product with their levels, on the product's page. */
export default function ProductData({ productId }: { productId: string }) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const filter = { productIds: [productId] }
  const { data } = useQuery(trpc.catalog.listAssets.queryOptions({ filter, limit: 20 }))
  const { data: scheme } = useQuery(trpc.catalog.getScheme.queryOptions({}))
  if (!data || !scheme) return null
  const list = `/${workspace.slug}/assets?product=${productId}`
  return (
    <section className="mb-8">
      <SectionHead
        title="Data"
        note={
          data.total > 0
            ? `${data.total.toLocaleString("en-GB")} ${data.total === 1 ? "asset" : "assets"}`
            : undefined
        }
        right={
          <Link href={data.total > 0 || !may("catalog.edit").ok ? list : `${list}&new=asset`}>
            {data.total > 0 || !may("catalog.edit").ok ? "Open data assets" : "Register data asset"}
          </Link>
        }
      />
      {data.assets.length === 0 ? (
        <p className="hint">No data asset is registered, so nobody can tell what this product holds.</p>
      ) : null}
      <ul className="activity">
        {data.assets.map((asset) => (
          <li key={asset.id}>
            <p>
              <Link className="mono" href={`/${workspace.slug}/assets/${asset.key}`}>
                {asset.name}
              </Link>
              <span className="sub">{fieldsWords(asset.fields, asset.level.unknownParts)}</span>
            </p>
            <EffectiveChip scheme={scheme} level={asset.level} />
          </li>
        ))}
      </ul>
      {data.total > data.assets.length ? (
        <p className="hint">
          The first {data.assets.length} of {data.total.toLocaleString("en-GB")} by name.{" "}
          <Link href={list}>See them all</Link>
        </p>
      ) : null}
    </section>
  )
}
