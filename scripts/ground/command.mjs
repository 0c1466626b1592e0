// The frame of every single command: settings, database, one sentence when it cannot go on.
import { openDatabase, release } from './database.mjs'
import { diskProblem } from './disk.mjs'
import { complain, Problem } from './say.mjs'
import { loadDotEnv, readSettings } from './settings.mjs'

/**
 * Runs `work` with the database of this installation, its addresses set in the environment.
 * @param {(ground: { database: { owner: string, app: string, ours: boolean }, settings: import('../../lib/platform/settings').Settings }) => Promise<void>} work
 */
export async function command(work) {
  try {
    loadDotEnv()
    const settings = await readSettings()
    const database = await openDatabase()
    try {
      process.env.DATABASE_URL = database.owner
      process.env.APP_DATABASE_URL = database.app
      await work({ database, settings })
    } finally {
      await release(database)
    }
    process.exit(0)
  } catch (error) {
    const known = diskProblem(error) ?? error
    complain(known instanceof Problem ? known.message : (known.stack ?? String(known)))
    process.exit(1)
  }
}
