import { rmSync } from 'node:fs'
import { build, generateClient } from '../ground/build.mjs'
import { chooseAddress } from '../ground/address.mjs'
import { query } from '../ground/connection.mjs'
import { waitForLock } from '../ground/lock.mjs'
import { anyFree } from '../ground/port.mjs'
import { at } from '../ground/paths.mjs'
import { bin, run } from '../ground/run.mjs'
import { say, step } from '../ground/say.mjs'
import { seed } from '../ground/seeding.mjs'
import { startWeb, startWorker } from '../ground/services.mjs'
import { findBrowser } from './browser.mjs'
import { daysOff, makeHoliday, schoolDay } from './days.mjs'
import { one, playwrightTally, vitestTally } from './tally.mjs'
import { throwawayCluster } from './throwaway.mjs'

const show = { onLine: (line) => say(line) }
const node = (...args) => run(process.execPath, args, show)

async function lint(args) {
  return one((await node(bin.eslint, '--max-warnings=0', ...(args.length ? args : ['.']))).code === 0)
}

async function types(args) {
  // Next's own types (routes, page props) are generated: without them a clean clone does not check.
  const generated = await run(process.execPath, [bin.next, 'typegen'])
  if (generated.code !== 0) say(generated.output)
  return one(generated.code === 0 && (await node(bin.tsc, '--noEmit', ...args)).code === 0)
}

const vitest = (project) => async (args) => {
  const file = at('test-results', `${project}.json`)
  rmSync(file, { force: true })
  const { code, output } = await node(bin.vitest, 'run', `--project=${project}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args)
  return vitestTally(file, code, output)
}

/** A server and a seeded database for the browser alone; a running `npm start` notices nothing. */
async function e2e(args) {
  const file = at('test-results', 'e2e.json')
  rmSync(file, { force: true })
  // Sign-ins belong to the database of their run.
  rmSync(at('test-results', '.sign-in'), { recursive: true, force: true })
  const leaving = []
  try {
    const env = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 'e2e').toString('base64') }
    await step('Build', async (progress) => {
      // The build is shared: another run in this folder must not replace it under this one's server.
      const turn = await waitForLock(at('.next-test'), progress)
      leaving.unshift(turn.release)
      return (await build({ distDir: '.next-test', env, progress })) ? 'made' : 'in place'
    })
    let browser, address
    const others = {}
    await step('Browser', async (progress) => (browser = await findBrowser(progress)))
    await step('A database and a server of its own', async (progress) => {
      const { home, urls, remove } = await throwawayCluster(progress)
      leaving.unshift(remove)
      await seed(urls, progress, [], { CLOCK: schoolDay })
      await makeHoliday((text, values) => query(urls.owner, text, values))
      address = await chooseAddress({ port: await anyFree(), host: '127.0.0.1' })
      Object.assign(env, {
        CLOCK: schoolDay, DATABASE_URL: undefined, APP_DATABASE_URL: urls.app, DATA_DIR: `${home}/data`, NEXT_DIST_DIR: '.next-test',
        NEXTAUTH_URL: address.url, NEXTAUTH_SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'warn',
        ENCRYPTION_KEY: Buffer.alloc(32, 'e2e').toString('base64'), SECOND_FACTOR: 'optional',
      })
      leaving.unshift(startWorker({ env }).stop)
      const serve = async (at, more) => leaving.unshift((await startWeb({ ...at, env: { ...env, ...more }, onEnd: say })).stop)
      await serve(address, {})
      // The same school on other days, for the few tests that are about them.
      if (args.length === 0 || args.some((arg) => arg.includes('days'))) {
        for (const [day, CLOCK] of Object.entries(daysOff)) {
          const at = await chooseAddress({ port: await anyFree(), host: '127.0.0.1' })
          await serve(at, { CLOCK, NEXTAUTH_URL: at.url })
          others[`E2E_${day.toUpperCase()}_URL`] = at.url
        }
      }
      Object.assign(env, { DATABASE_URL: urls.owner })
      return address.url
    })
    const { code } = await run(process.execPath, [bin.playwright, 'test', '--reporter=list,json', ...args], {
      ...show,
      env: { ...env, ...others, E2E_BASE_URL: address.url, E2E_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    })
    return playwrightTally(file, code)
  } finally {
    for (const stop of leaving) await stop()
  }
}

export const prepare = (progress) => generateClient(progress)

export const stages = { lint, types, unit: vitest('unit'), db: vitest('db'), e2e }
