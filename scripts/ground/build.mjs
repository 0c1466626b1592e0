import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from './lock.mjs'
import { at } from './paths.mjs'
import { bin, run } from './run.mjs'
import { Problem } from './say.mjs'
import { hashOf, isStamped, once } from './stamp.mjs'

const SOURCES = ['app', 'components', 'lib', 'messages', 'prisma/schema', 'public', 'package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

/** Prisma's client is generated code, kept out of git: made anew whenever the schema changes. */
export function generateClient(progress = () => {}) {
  progress('writing the database client')
  const stamp = hashOf(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  return once(at('lib/platform/db/generated/.stamp'), stamp, () => run(process.execPath, [bin.prisma, 'generate'], { what: 'Writing the database client' }))
}

const stampOf = (env) => hashOf(SOURCES, { salt: env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY })

/** The production build of what stands in the tree now, into `distDir`; false when it was there already. */
export function build({ distDir = '.next', env = {}, progress = () => {} } = {}) {
  return once(at(distDir, 'homeroom-stamp'), stampOf(env), () =>
    run(process.execPath, [bin.next, 'build'], {
      env: { ...env, NODE_ENV: 'production', NEXT_DIST_DIR: distDir },
      what: 'The build',
      onLine: (line) => line.trim() && progress(line.trim()),
    }),
  )
}

/**
 * The build that a start runs on. It is held as long as this process lives: another start of the same folder takes it as
 * it is, and does not make it anew beneath the one that runs.
 */
export async function buildAlone({ env, progress }) {
  for (;;) {
    const lock = await takeLock(at('.next'))
    if (!lock.held) {
      const isNew = await build({ env, progress })
      lock.update({ built: true })
      return isNew
    }
    if (lock.held.built && isStamped(at('.next', 'homeroom-stamp'), stampOf(env))) return false
    if (lock.held.built) throw new Problem(`Process ${lock.held.pid} runs Homeroom from this folder, and its files or its keys are not those of this start. Stop it first, or start from another copy of the folder.`)
    progress(`waiting for process ${lock.held.pid}, which does the same`)
    await sleep(500)
  }
}
