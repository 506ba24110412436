import type { ItemStatus, ItemType } from "@/server/backlog/domain/item"
import type { PersonId } from "./people"

export type DemoItem = {
  title: string
  type: ItemType
  status: ItemStatus
  /** Slug of its product. */
  product: string | null
  owner: PersonId
  labels: string[]
  estimate: number
  /** Days from the day of seeding; negative is overdue. */
  due?: number
  description: string
  /** Where the scorers' inputs lie: business value, time criticality, risk reduction, job size. */
  wsjf?: [number, number, number, number]
  /** The criterion on which two scorers are far apart. */
  split?: "business_value"
}
