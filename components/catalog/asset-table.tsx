"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { Table, Td, Th } from "@/components/ui/table"
import { ASSET_KIND_LABELS } from "@/server/catalog/domain/asset"
import type { AssetListed, SchemeNow } from "./catalog-data"
import { EffectiveChip } from "./level-word"
import { fieldsWords } from "./prepare-catalog"

type Props = { assets: readonly AssetListed[]; scheme: SchemeNow; withoutProduct?: boolean }

/** Data assets with what they amount to. `j` and `k` walk the names. */
export function AssetTable({ assets, scheme, withoutProduct }: Props) {
  const { workspace } = useWorkspace()
  const rows = useRowKeys()
  return (
    <div ref={rows}>
      <Table label="Data assets" className="assets">
        <thead>
          <tr>
            <Th>Data asset</Th>
            {withoutProduct ? null : <Th className="wide">Product</Th>}
            <Th className="wide">Owner</Th>
            <Th>Level</Th>
          </tr>
        </thead>
        <tbody>
          {assets.map((asset) => (
            <tr key={asset.id}>
              <th scope="row" className="what">
                <Link data-row className="mono" href={`/${workspace.slug}/assets/${asset.key}`}>
                  <b>{asset.name}</b>
                </Link>
                <small>
                  {ASSET_KIND_LABELS[asset.kind]}
                  {asset.location ? `, ${asset.location}` : ""}
                </small>
              </th>
              {withoutProduct ? null : (
                <Td className="wide">
                  {asset.product ? (
                    <Link className="plain" href={`/${workspace.slug}/products/${asset.product.slug}`}>
                      {asset.product.name}
                    </Link>
                  ) : (
                    <span className="muted">none</span>
                  )}
                </Td>
              )}
              <Td className="wide">{asset.owner?.name ?? <span className="unknown">Nobody yet</span>}</Td>
              <Td>
                <EffectiveChip scheme={scheme} level={asset.level} />
                <small>{fieldsWords(asset.fields, asset.level.unknownParts)}</small>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
