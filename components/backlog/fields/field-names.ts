/** Fields that can be changed in place, by the name a person reads. */
export const FIELD_NAMES = {
  title: "Title",
  type: "Kind",
  status: "State",
  ownerId: "Owner",
  productId: "Product",
  estimate: "Estimate",
  dueDate: "Due",
  quarter: "Quarter",
  labels: "Labels",
} as const

export type EditableField = keyof typeof FIELD_NAMES
