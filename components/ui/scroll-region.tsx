"use client"
import { type ReactNode, useEffect, useRef } from "react"

/** Scrolls sideways when its content is too wide; only then the keyboard can reach it as a region with a name. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const scrolls = element.scrollWidth > element.clientWidth
      const attributes = { tabindex: "0", role: "region", "aria-label": label }
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) element.setAttribute(name, value)
        else element.removeAttribute(name)
      }
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [label])
  return (
    <div ref={box} className="scroll">
      {children}
    </div>
  )
}
