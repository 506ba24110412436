import type { ReactNode } from "react"
import { Brand } from "@/components/shell/brand"

/** Pages outside any workspace: the mark and one narrow column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="top">
        <Brand href="/" />
      </header>
      <main id="main" className="page w-full max-w-md self-center pt-10">
        {children}
      </main>
    </>
  )
}
