import type { DemoItem } from "./demo-item"
import { FULFILMENT_ITEMS } from "./items-fulfilment"
import { OTHER_ITEMS } from "./items-others"

export const ITEMS: DemoItem[] = [...FULFILMENT_ITEMS, ...OTHER_ITEMS]
