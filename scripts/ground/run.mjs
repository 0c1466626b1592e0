import { spawn } from 'node:child_process'
import readline from 'node:readline'
import { at, root } from './paths.mjs'
import { Problem } from './say.mjs'

const leash = new URL('./leash.mjs', import.meta.url).href

/** The environment of everything we start: on our leash, and calling home to nobody. */
export function childEnv(extra = {}) {
  const options = [process.env.NODE_OPTIONS, `--import=${leash}`].filter((part, i) => part && !(i === 0 && part.includes(leash)))
  const set = {
    ...process.env,
    NODE_OPTIONS: options.join(' '),
    HOMEROOM_LEASH: String(process.pid),
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...extra,
  }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
}

/** Starts a process in a group of its own, so that Ctrl-C reaches us alone and we stop things in order. */
export function start(command, args, { env, onLine = () => {}, stdio } = {}) {
  const windows = process.platform === 'win32'
  const child = spawn(command, args, {
    cwd: root,
    env: childEnv(env),
    stdio: stdio ?? ['ignore', 'pipe', 'pipe'],
    detached: !windows,
    shell: windows && command === 'npm',
  })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) readline.createInterface({ input: stream }).on('line', onLine)
  }
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }))
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  running.add(child)
  child.ended.then(() => running.delete(child))
  return child
}

const running = new Set()

/** SIGTERM to the whole group, SIGKILL when it has not gone in time. */
export async function stop(child, patience = 8_000) {
  signal(child, 'SIGTERM')
  const late = setTimeout(() => signal(child, 'SIGKILL'), patience)
  await child.ended
  clearTimeout(late)
  signal(child, 'SIGKILL')
}

export const stopAll = (patience) => Promise.all([...running].map((child) => stop(child, patience)))

function signal(child, name) {
  if (!child.pid) return
  try {
    if (process.platform === 'win32') child.kill(name)
    else process.kill(-child.pid, name)
  } catch {
    // already gone
  }
}

/** Runs to the end. Resolves with { code, output }; with `what`, a failure is a Problem that shows the last lines. */
export async function run(command, args, { env, onLine, what, stdio } = {}) {
  const lines = []
  const child = start(command, args, {
    env,
    stdio,
    onLine(line) {
      lines.push(line)
      if (lines.length > 2_000) lines.shift()
      onLine?.(line)
    },
  })
  const { code, signal: by, error } = await child.ended
  const output = lines.join('\n')
  if (what && code !== 0) {
    const tail = lines.slice(-25).map((line) => `    ${line}`).join('\n')
    throw Object.assign(new Problem(`${what} failed (${error ? error.message : by ?? `exit code ${code}`}).${tail ? `\n${tail}` : ''}`), { output })
  }
  return { code: code ?? 1, output }
}

export const bin = {
  next: at('node_modules/next/dist/bin/next'),
  prisma: at('node_modules/prisma/build/index.js'),
  tsc: at('node_modules/typescript/bin/tsc'),
  eslint: at('node_modules/eslint/bin/eslint.js'),
  vitest: at('node_modules/vitest/vitest.mjs'),
  playwright: at('node_modules/@playwright/test/cli.js'),
}

/** How our own TypeScript scripts run: server code, without Next around it. */
export const typescript = (file) => ['--import', new URL('../typescript.mjs', import.meta.url).href, at(file)]
