import { at } from './paths.mjs'
import { bin, run } from './run.mjs'
import { hashOf, once } from './stamp.mjs'

const SOURCES = ['app', 'components', 'lib', 'messages', 'prisma/schema', 'public', 'package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

/** Prisma's client is generated code, kept out of git: made anew whenever the schema changes. */
export function generateClient(progress = () => {}) {
  progress('writing the database client')
  const stamp = hashOf(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  return once(at('lib/platform/db/generated/.stamp'), stamp, () => run(process.execPath, [bin.prisma, 'generate'], { what: 'Writing the database client' }))
}

/** The production build of what stands in the tree now, into `distDir`; false when it was there already. */
export function build({ distDir = '.next', env = {}, progress = () => {} } = {}) {
  const stamp = hashOf(SOURCES, { salt: env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY })
  return once(at(distDir, 'homeroom-stamp'), stamp, () =>
    run(process.execPath, [bin.next, 'build'], {
      env: { ...env, NODE_ENV: 'production', NEXT_DIST_DIR: distDir },
      what: 'The build',
      onLine: (line) => line.trim() && progress(line.trim()),
    }),
  )
}
