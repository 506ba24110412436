import type { LiveView } from "@/components/live/live-connection"
import { Notice } from "@/components/ui/notice"

/** Says when the page no longer hears the others; nothing while it does. */
export function ConnectionBanner({ live }: { live: LiveView }) {
  if (live.state === "live" || live.state === "connecting") return null
  return (
    <div className="connection" role="status">
      {live.state === "ended" ? (
        <Notice state="bad">
          <b>This page is no longer kept up to date.</b> {live.reason}. Load it again.
        </Notice>
      ) : (
        <Notice state="warning">
          <b>Connection lost.</b>{" "}
          {live.state === "polling"
            ? "The page asks for news every ten seconds until it is back."
            : "What you enter stays on this device and is saved as soon as it is back."}
        </Notice>
      )}
    </div>
  )
}
