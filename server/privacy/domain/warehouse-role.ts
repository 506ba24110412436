import { z } from "zod"
import { MOST_FIELDS } from "@/server/catalog/domain/asset"
import { maskRule } from "./mask-rule"

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters`)

export const warehouseRoleFields = z.object({
  /** As it is called in the warehouse. */
  name: text(120).min(1, "Give the role's name in the warehouse"),
  description: text(1000).default(""),
})

export const consentPurposeFields = z.object({
  name: text(120).min(1, "Name the purpose in the words of the consent text"),
  description: text(2000).default(""),
  /** The warehouse role that works for this purpose. */
  roleId: z.uuid("Choose a role").nullable().default(null),
})

export const maskingRulesInput = z.object({
  roleId: z.uuid(),
  version: z.number().int().min(1),
  rules: z.array(z.object({ classKey: z.string().max(40), rule: maskRule })).max(100),
})

export const consentUseInput = z.object({
  purposeId: z.uuid(),
  assetId: z.uuid("Choose a data asset"),
  fieldNames: z.array(z.string().min(1).max(200)).max(MOST_FIELDS).default([]),
  flagAssetId: z.uuid().nullable().default(null),
  flagColumn: text(200).min(1, "Name the column that says whether the person agreed"),
  joinKey: text(200).default(""),
})
export type ConsentUseInput = z.output<typeof consentUseInput>

type Facts = { name: string; fields: readonly { name: string }[] }

/** What does not fit together: by path, the message. Columns are checked where the asset's fields are registered. */
export function consentUseProblems(use: ConsentUseInput, asset: Facts, flags: Facts | null) {
  const problems: { path: string; message: string }[] = []
  const lacks = (facts: Facts, column: string) =>
    facts.fields.length > 0 && !facts.fields.some(({ name }) => name === column)
  const unknown = use.fieldNames.find((name) => lacks(asset, name))
  if (unknown) problems.push({ path: "fieldNames", message: `${asset.name} has no field ${unknown}` })
  if (flags === null) {
    if (use.joinKey !== "") {
      problems.push({
        path: "joinKey",
        message: "Without another asset there is nothing to join; leave it empty",
      })
    }
    if (lacks(asset, use.flagColumn)) {
      problems.push({ path: "flagColumn", message: `${asset.name} has no field ${use.flagColumn}` })
    }
    return problems
  }
  if (use.joinKey === "") {
    problems.push({ path: "joinKey", message: `Name the column that joins ${asset.name} and ${flags.name}` })
  } else {
    const side = [asset, flags].find((facts) => lacks(facts, use.joinKey))
    if (side) problems.push({ path: "joinKey", message: `${side.name} has no field ${use.joinKey}` })
  }
  if (lacks(flags, use.flagColumn)) {
    problems.push({ path: "flagColumn", message: `${flags.name} has no field ${use.flagColumn}` })
  }
  return problems
}
