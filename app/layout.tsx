import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import type { ReactNode } from "react"
import { appearanceAttributes, readAppearance } from "@/components/shell/prepare-appearance"
import "./globals.css"

export const metadata: Metadata = {
  title: { default: "Plumbline", template: "%s · Plumbline" },
  description: "From objective to proven value, one thread per data product",
}

export const viewport: Viewport = { colorScheme: "light dark" }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const appearance = readAppearance((name) => jar.get(name)?.value)
  return (
    <html lang="en" {...appearanceAttributes(appearance)} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
