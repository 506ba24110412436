import { connect, createServer, type Socket } from "node:net"

/** A door in front of a TCP server that a test can shut and open: shut, connections break and new ones are refused. */
export async function openGate(target: { host: string; port: number }) {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on("error", () => {})
      socket.on("close", () => open.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve))
  await listen(0)
  const { port } = server.address() as { port: number }
  return {
    port,
    /** Breaks every connection and refuses new ones. */
    async shut(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
    /** Lets connections through again, on the same port. */
    open: () => listen(port),
  }
}
