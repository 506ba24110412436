"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { ProductClassified, SchemeNow } from "./catalog-data"
import { EffectiveChip } from "./level-word"
import { scopeOf } from "./prepare-catalog"

type Props = {
  products: readonly ProductClassified[]
  scheme: SchemeNow
  onSetLevel: (product: ProductClassified) => void
}

/** Products with the level that their data amounts to; `j` and `k` move. */
export function ClassificationTable({ products, scheme, onSetLevel }: Props) {
  const { workspace, may } = useWorkspace()
  const box = useRowKeys()
  const base = `/${workspace.slug}`
  return (
    <div ref={box}>
      <Table label="Products by level">
        <thead>
          <tr>
            <Th>Product</Th>
            <Th>Level</Th>
            <Th num className="wide">
              Data assets
            </Th>
            <Th num className="wide">
              Fields unknown
            </Th>
            <ActionsTh />
          </tr>
        </thead>
        <tbody>
          {products.map((product) => {
            const { id, slug, name, level, setLevel, assets, unknownFields } = product
            return (
              <tr key={id}>
                <th scope="row">
                  <Link data-row href={`${base}/products/${slug}`}>
                    {name}
                  </Link>
                </th>
                <Td>
                  <EffectiveChip
                    scheme={scheme}
                    level={{ ...level, unknownParts: level.unknownParts + unknownFields }}
                  />
                  {setLevel ? <small>set by a person</small> : null}
                </Td>
                <Td num className="wide">
                  <Link className="figure-link" href={`${base}/assets?product=${id}`}>
                    {assets}
                  </Link>
                </Td>
                <Td num className="wide">
                  {assets === 0 ? <span className="muted">no data</span> : unknownFields}
                </Td>
                <Td className="num">
                  {may("catalog.classify", scopeOf(product)).ok ? (
                    <Menu
                      trigger={
                        <Button size="small" aria-label={`Change ${name}`}>
                          Change
                        </Button>
                      }
                      groups={[{ entries: [{ label: "Set level", onSelect: () => onSetLevel(product) }] }]}
                    />
                  ) : null}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </div>
  )
}
