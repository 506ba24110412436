import { handlers } from "@/server/members/auth"

export const { GET, POST } = handlers
