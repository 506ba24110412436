import { EVERYONE, type Group } from "./roles"

export const THREAD: Group[] = [[EVERYONE, ["thread.getThread", "thread.listThreads"]]]
