import { execFile, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"

const execute = promisify(execFile)
const oldestVersion = 15
const administrator = "plumbline_admin"
const application = "plumbline_test"

/** What to install when `findPostgres` finds nothing. */
export const installPostgres = `PostgreSQL ${oldestVersion} or newer: apt-get install postgresql`

/**
 * The folder with initdb, postgres and psql of the newest usable PostgreSQL, or undefined.
 * PLUMBLINE_POSTGRES_BIN names one outright.
 */
export function findPostgres() {
  const debian = "/usr/lib/postgresql"
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : []
  const candidates = [
    process.env.PLUMBLINE_POSTGRES_BIN,
    ...versions
      .filter((version) => version >= oldestVersion)
      .sort((a, b) => b - a)
      .map((version) => `${debian}/${version}/bin`),
    ...(process.env.PATH ?? "").split(path.delimiter),
  ]
  return candidates.find((folder) =>
    ["initdb", "postgres", "psql"].every((tool) => folder && existsSync(path.join(folder, tool))),
  )
}

/** Whether a standby can be started here: Debian brings pg_basebackup with the server. */
export function canStandBy() {
  const bin = findPostgres()
  return bin !== undefined && existsSync(path.join(bin, "pg_basebackup"))
}

/**
 * Starts a throw-away PostgreSQL on a free port of 127.0.0.1, as a user that is not root.
 * It ends and its files go when `stop()` is called or when this process dies, however it dies.
 * `url` logs in as an ordinary owner of its database (no superuser, may create roles and databases),
 * `adminUrl` as superuser. `createDatabase(name)` answers the ordinary role's URL of a new database.
 * `startStandby()` starts a second server that follows this one by streaming replication (needs pg_basebackup).
 */
export async function startPostgres({ settings = {} } = {}) {
  const bin = findPostgres()
  if (!bin) throw new Error(`No PostgreSQL found. Install ${installPostgres}`)
  const account = await serverAccount()
  const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-postgres-"))
  const passwords = {
    [administrator]: randomBytes(18).toString("hex"),
    [application]: randomBytes(18).toString("hex"),
  }
  const data = path.join(folder, "data")
  try {
    const passwordFile = path.join(folder, "password")
    writeFileSync(passwordFile, passwords[administrator], { mode: 0o600 })
    if (account) for (const file of [folder, passwordFile]) chownSync(file, account.uid, account.gid)
    await execute(
      path.join(bin, "initdb"),
      [
        "-D",
        data,
        "-U",
        administrator,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "-E",
        "UTF8",
      ].concat(["--locale=C.UTF-8", "--no-sync"]),
      { cwd: folder, ...account },
    )
    const port = await freePort()
    const server = launch(bin, data, port, settings, folder, account)
    const address = (user, database, at = port) =>
      `postgres://${user}:${passwords[user]}@127.0.0.1:${at}/${database}`
    const stop = () => stopServer(server, folder)
    const sql = (text) =>
      execute(path.join(bin, "psql"), [address(administrator, "postgres"), "-XqtA", "-c", text])
    try {
      await untilReady(sql, server)
      await sql(
        `create role ${application} login nosuperuser nobypassrls createrole createdb password '${passwords[application]}'`,
      )
      await sql(`create database ${application} owner ${application}`)
    } catch (error) {
      await stop()
      throw error
    }
    return {
      url: address(application, application),
      adminUrl: address(administrator, application),
      port,
      version: (await sql("show server_version")).stdout.trim(),
      stop,
      async createDatabase(name) {
        if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" is not a plain database name`)
        await sql(`create database ${name} owner ${application}`)
        return address(application, name)
      },
      async startStandby() {
        const standby = await launchStandby(bin, address(administrator, "postgres"), settings, account)
        return {
          url: address(application, application, standby.port),
          adminUrl: address(administrator, application, standby.port),
          stop: standby.stop,
        }
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function launchStandby(bin, primary, settings, account) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-standby-"))
  if (account) chownSync(folder, account.uid, account.gid)
  const data = path.join(folder, "data")
  const copy = ["-d", primary, "-D", data, "-R", "-X", "stream", "-c", "fast", "--no-sync"]
  await execute(path.join(bin, "pg_basebackup"), copy, { cwd: folder, ...account })
  const port = await freePort()
  const server = launch(bin, data, port, settings, folder, account)
  const url = new URL(primary)
  url.port = String(port)
  await untilReady((text) => execute(path.join(bin, "psql"), [url.href, "-XqtA", "-c", text]), server)
  return { port, stop: () => stopServer(server, folder) }
}

// The shell's other half waits on our pipe: when this process ends in any way, the pipe closes and the server stops.
const guard = `trap "" PIPE; exec 3<&0
"$@" & server=$!
( cat <&3 >/dev/null; kill -INT $server ) & watcher=$!
wait $server; kill $watcher 2>/dev/null; rm -rf "$FOLDER"`

function launch(bin, data, port, settings, folder, account) {
  const options = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: 200,
    timezone: "UTC",
    ...settings,
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const child = spawn("/bin/sh", ["-c", guard, "sh", path.join(bin, "postgres"), "-D", data, ...flags], {
    cwd: "/",
    env: { ...process.env, FOLDER: folder },
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
    ...account,
  })
  const server = { child, log: "", ended: new Promise((resolve) => child.once("close", resolve)) }
  child.stderr.on("data", (chunk) => {
    server.log = `${server.log}${chunk}`.slice(-8_000)
  })
  child.on("error", () => {})
  child.stdin.on("error", () => {})
  // A caller that forgets `stop` can still end.
  for (const handle of [child, child.stdin, child.stderr]) handle.unref()
  return server
}

async function untilReady(sql, server) {
  let last
  for (let attempt = 0; attempt < 150; attempt++) {
    if (server.child.exitCode !== null) break
    last = await sql("select 1").catch((error) => error)
    if (!(last instanceof Error)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`PostgreSQL did not start:\n${server.log || last?.message}`)
}

async function stopServer(server, folder) {
  server.child.ref()
  server.child.stderr.ref()
  server.child.stdin.end()
  await server.ended
  rmSync(folder, { recursive: true, force: true })
}

/** PostgreSQL refuses to run as root: Debian's own account, or one made for it. Undefined when we are not root. */
async function serverAccount() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ["postgres", "plumbline-postgres"]) {
    const [account] = await accounts(name)
    if (account) return account
  }
  await execute("useradd", [
    "--system",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "plumbline-postgres",
  ])
  return (await accounts("plumbline-postgres"))[0]
}

async function accounts(name) {
  const rows = (await readFile("/etc/passwd", "utf8")).split("\n").map((row) => row.split(":"))
  return rows.filter((row) => row[0] === name).map((row) => ({ uid: Number(row[2]), gid: Number(row[3]) }))
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
