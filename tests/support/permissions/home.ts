import { EVERYONE, type Group } from "./roles"

export const HOME: Group[] = [[EVERYONE, ["home.listChanges", "home.listWaiting"]]]
