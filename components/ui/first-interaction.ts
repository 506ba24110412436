import { useEffect } from "react"

/** Runs once at the first key or pointer press: the moment to fetch what is likely needed next, but not before. */
export function useFirstInteraction(run: () => void) {
  useEffect(() => {
    const stop = new AbortController()
    const start = () => {
      stop.abort()
      run()
    }
    window.addEventListener("pointerdown", start, { signal: stop.signal })
    window.addEventListener("keydown", start, { signal: stop.signal })
    return () => stop.abort()
  }, [run])
}
