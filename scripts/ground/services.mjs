// The web server and the worker: started, watched, started again, stopped in order.
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bin, start, stop, typescript } from './run.mjs'
import { complain, Problem, say } from './say.mjs'

// Next's own banner says what we say better; the address it prints is not always the right one.
const noise = /^\s*(▲ Next\.js|- Local:|- Network:|- Environments:|- Experiments|✓ \w+$|✓ Starting|✓ Ready|✓ Running next\.config|$)|NODE_TLS_REJECT/

/** Starts Next and resolves when a page answers; `onEnd(remark)` is called when it ends unasked. */
export async function startWeb({ dev, port, host, env, onEnd }) {
  const child = start(process.execPath, [bin.next, dev ? 'dev' : 'start', '--port', String(port), '--hostname', host], {
    env: { ...env, PORT: String(port), NODE_ENV: dev ? 'development' : 'production' },
    onLine: (line) => noise.test(line) || say(line),
  })
  const web = { pid: child.pid, stop: () => ((web.stopping = true), stop(child, 10_000)) }
  let ended = null
  child.ended.then((end) => {
    ended = end
    if (!web.stopping && web.answered) onEnd(`The web server ended unasked (${end.signal ?? `exit code ${end.code}`}).`)
  })
  const reach = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(40)) {
    if (ended) throw new Problem(`The web server did not start (${ended.signal ?? `exit code ${ended.code}`}); what it said stands above.`)
    if (await answers(reach, port)) {
      web.answered = true
      return web
    }
  }
  await web.stop()
  throw new Problem('The web server did not answer within two minutes.')
}

function answers(host, port) {
  return new Promise((resolve) => {
    const request = http.get({ host, port, path: '/', timeout: 30_000, agent: false, headers: { 'user-agent': 'homeroom-start' } }, (response) => {
      response.resume()
      response.on('end', () => resolve(true)).on('error', () => resolve(false))
    })
    request.on('error', () => resolve(false))
    request.on('timeout', () => request.destroy())
  })
}

/** The worker comes back when it falls, slower each time, and gives up after five falls in a row. */
export function startWorker({ env }) {
  let child
  let stopping = false
  let falls = 0
  const launch = () => {
    const began = Date.now()
    child = start(process.execPath, typescript('scripts/worker.ts'), { env, onLine: (line) => say(line) })
    child.ended.then(async (end) => {
      if (stopping) return
      falls = Date.now() - began > 60_000 ? 1 : falls + 1
      if (falls > 5) return complain('  ✗ The worker fell six times in a row and is left down: pages work, background jobs wait. Its last words stand above.')
      complain(`  ✗ The worker ended (${end.signal ?? `exit code ${end.code}`}); starting it again in ${falls} s.`)
      await sleep(falls * 1_000)
      if (!stopping) launch()
    })
  }
  launch()
  return {
    get pid() {
      return child.pid
    },
    stop: () => {
      stopping = true
      return stop(child, 10_000)
    },
  }
}
