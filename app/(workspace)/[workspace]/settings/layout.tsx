import type { ReactNode } from "react"
import { SettingsNav } from "@/components/members/settings-nav"

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsNav />
      {children}
    </>
  )
}
