import Link from "next/link"
import { Brand } from "@/components/shell/brand"

export default function NotFound() {
  return (
    <main className="page mx-auto max-w-xl">
      <Brand href="/" />
      <h1 className="mt-8">Not found</h1>
      <p className="muted mt-2">
        There is nothing at this address, or it lies in a workspace that you are not a member of.{" "}
        <Link href="/">Go to your workspace</Link>
      </p>
    </main>
  )
}
