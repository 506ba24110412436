import { type Group, RANKERS } from "./roles"

export const RETENTION: Group[] = [[RANKERS, ["retention.dropStaleImports"]]]
