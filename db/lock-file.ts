import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"

type Holder = { pid: number; startedAt: string }

/** When a process started, as the kernel tells it: a number is given again, a start time is not. "" elsewhere. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`
  } catch {
    return ""
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false
  }
  return startedAt === "" || startOf(pid) === startedAt
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder
  } catch {
    return undefined
  }
}

/**
 * Takes an exclusive lock file naming our process, and returns the release. PGlite has no lock of its own: two
 * processes on one directory lose rows silently. A lock left by a dead process is taken over.
 * @throws when a living process holds it, naming the process and the remedy.
 */
export function takeLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const ours = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies Holder)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, "wx", 0o600)
      writeSync(file, ours)
      closeSync(file)
      const release = () => rmSync(path, { force: true })
      process.once("exit", release)
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
      const holder = readHolder(path)
      if (holder && isAlive(holder)) {
        throw new Error(
          `The embedded database is in use by process ${holder.pid} (${path}). Stop that process first, ` +
            "set PLUMBLINE_HOME to another directory, or set DATABASE_URL to use PostgreSQL.",
        )
      }
      rmSync(path, { force: true })
    }
  }
  throw new Error(`Could not take the lock ${path}; another process is starting at the same time. Try again.`)
}
