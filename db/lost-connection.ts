import type { Sql, TransactionSql } from "postgres"

type Work = (tx: TransactionSql) => unknown
type Begin = (work: Work) => Promise<unknown>
type Connection = { lost: boolean }

const LOST = /^(CONNECTION_CLOSED|ECONN|EPIPE|ETIMEDOUT)/

/** Whether an error, or what caused it, says that the connection is gone. */
function saysLost(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && LOST.test(String(e.code))) return true
  }
  return false
}

function refuse(connection: Connection): void {
  if (!connection.lost) return
  throw Object.assign(new Error("The connection was lost in this transaction"), { code: "CONNECTION_CLOSED" })
}

function guarded(tx: TransactionSql, connection: Connection, work: Work): Promise<unknown> {
  const unsafe = tx.unsafe.bind(tx)
  const savepoint = tx.savepoint.bind(tx) as Begin
  const careful: Pick<TransactionSql, "unsafe"> & { savepoint: Begin } = {
    unsafe: (text, parameters, options) => {
      refuse(connection)
      return unsafe(text, parameters, options)
    },
    savepoint: async (inner) => {
      refuse(connection)
      return savepoint((nested) => guarded(nested, connection, inner))
    },
  }
  Object.assign(tx, careful)
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      if (!connection.lost) settle()
    }
    Promise.resolve(work(tx)).then(
      (result) => end(() => resolve(result)),
      (error) => {
        connection.lost ||= saysLost(error)
        end(() => reject(error))
      },
    )
  })
}

/**
 * When the server vanishes during a transaction, the driver sends the end of it on the connection that is closed: an
 * exception that nobody can catch, and a place in the pool that stays stuck. So after a loss nothing reaches that
 * connection any more, not even that the work has ended; the driver's own notice of the loss ends the transaction.
 */
export function surviveLoss(client: Sql): Sql {
  const begin = client.begin.bind(client) as Begin
  const careful: Begin = (work) => {
    const connection: Connection = { lost: false }
    const done = begin((tx) => guarded(tx, connection, work))
    // While the work goes on, only the loss of the connection ends a transaction.
    done.catch(() => {
      connection.lost = true
    })
    return done
  }
  return Object.assign(client, { begin: careful }) as Sql
}
