import { withClient } from './connection.mjs'
import { readMark, writeMark } from './marks.mjs'
import { run, typescript } from './run.mjs'

/** Fills an empty database with the demo, once. An interrupted seed goes on; a school of somebody's own is left alone. */
export async function seedOnce(urls, progress = () => {}) {
  const mark = await readMark(urls.owner, 'demo')
  if (mark?.done) return 'done before'
  if (!mark && (await hasOrganizations(urls.owner))) return 'skipped, there are organizations already'
  await writeMark(urls.owner, 'demo', { done: false })
  await seed(urls, progress)
  return ''
}

/**
 * @param {{ owner: string, app: string }} urls
 * @param {(text: string) => void} progress
 * @param {string[]} args
 * @param {Record<string, string>} settings
 */
export async function seed(urls, progress = () => {}, args = [], settings = {}) {
  let signIns = []
  await run(process.execPath, [...typescript('scripts/ground/seed-run.ts'), ...args], {
    env: { DATABASE_URL: urls.owner, APP_DATABASE_URL: urls.app, ...settings },
    what: 'Seeding the demo',
    onLine(line) {
      if (line.startsWith(SIGN_INS)) signIns = JSON.parse(line.slice(SIGN_INS.length))
      else if (line.trim()) progress(line.trim())
    },
  })
  if (args.length === 0) await writeMark(urls.owner, 'demo', { done: signIns.length > 0, signIns })
}

export const SIGN_INS = 'demo-sign-ins '

export const demoSignIns = async (urls) => (await readMark(urls.owner, 'demo'))?.signIns ?? []

export async function hasOrganizations(url) {
  try {
    return await withClient(url, async (client) => {
      // The fence binds an owner without BYPASSRLS as well: it would see no organization at all.
      await client.query("SELECT set_config('app.gate', 'on', false)")
      return (await client.query('SELECT 1 FROM organizations WHERE "deletedAt" IS NULL LIMIT 1')).rowCount > 0
    })
  } catch (error) {
    if (error.code === '42P01') return false
    throw error
  }
}
