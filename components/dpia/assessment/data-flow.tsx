"use client"
import "./data-flow.css"
import { Table, Td, Th } from "@/components/ui/table"
import { ASSET_KIND_LABELS } from "@/server/catalog/domain/asset"
import type { LinkedFacts } from "@/server/dpia/domain/linked-facts"
import { BOX_WIDTH, classesOf, flowDrawing, type Recipient } from "./prepare-flow"

type Props = { facts: LinkedFacts; recipients: readonly Recipient[] }

/** Where the data lie and where they go, drawn from what is registered; the table says the same. */
export function DataFlow({ facts, recipients }: Props) {
  const { boxes, lines, width, height } = flowDrawing(facts, recipients)
  // One string: a title with several children differs between server and browser.
  const title = `Data flow of ${facts.product.name}: from ${facts.assets.map(({ name }) => name).join(", ")}`
  return (
    <>
      {facts.assets.length > 0 ? (
        <figure className="flow">
          <svg viewBox={`-1 -1 ${width + 2} ${height + 2}`} role="img" aria-labelledby="flow-title">
            <title id="flow-title">{title}</title>
            {lines.map(({ id, path }) => (
              <path key={id} className="flow-line" d={path} />
            ))}
            {boxes.map((box) => (
              <g key={box.id} transform={`translate(${box.x} ${box.y})`}>
                <rect className="flow-box" width={BOX_WIDTH} height={box.height} rx="3" />
                <text className="flow-name" x="10" y="21">
                  {box.title}
                </text>
                {box.lines.map((line, index) => (
                  <text key={line} className="flow-fact" x="10" y={38 + index * 15}>
                    {line}
                  </text>
                ))}
              </g>
            ))}
          </svg>
        </figure>
      ) : (
        <p className="muted">
          No data asset of {facts.product.name} is registered, so there is nothing to draw. Register its
          tables and files under the product; the drawing follows.
        </p>
      )}
      {facts.assets.length > 0 ? (
        <Table label="Data assets and what they hold">
          <thead>
            <tr>
              <Th>Asset</Th>
              <Th>Where</Th>
              <Th num>Fields</Th>
              <Th>Classes of data</Th>
            </tr>
          </thead>
          <tbody>
            {facts.assets.map((asset) => (
              <tr key={asset.key}>
                <Th scope="row">{asset.name}</Th>
                <Td>
                  {ASSET_KIND_LABELS[asset.kind]}
                  {asset.location ? <small>{asset.location}</small> : null}
                </Td>
                <Td num>{asset.fields.length}</Td>
                <Td>{classesOf(asset).join("; ") || <span className="unknown">none about people</span>}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {recipients.length > 0 ? (
        <Table label="Who gets the data">
          <thead>
            <tr>
              <Th>Recipient</Th>
              <Th>According to the record of processing</Th>
            </tr>
          </thead>
          <tbody>
            {recipients.map(({ name, notes }) => (
              <tr key={name}>
                <Th scope="row">{name}</Th>
                <Td>{notes.join(", ")}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="hint mt-3">
          The record of processing names no recipient for this product; who gets the data is answered in part
          1.2.
        </p>
      )}
    </>
  )
}
