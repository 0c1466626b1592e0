import net from 'node:net'

export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** The wanted port, or the next free one after it. */
export async function nextFree(wanted, hosts) {
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port++) {
    if (await isFreeOn(port, hosts)) return port
  }
  return null
}

async function isFreeOn(port, hosts) {
  for (const host of hosts) if (!(await isFree(port, host))) return false
  return true
}

/** Any free port, chosen by the system. */
export function anyFree(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port: 0, host }, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
