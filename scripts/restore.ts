import { existsSync } from 'node:fs'
import { restore } from './archive/restore'
import { command } from './ground/command.mjs'
import { migrate } from './ground/migrations.mjs'
import { inData } from './ground/paths.mjs'
import { Problem, say, step } from './ground/say.mjs'

const file = process.argv[2]

await command(async ({ database }) => {
  if (!file || !existsSync(file)) throw new Problem(`${file ? `There is no ${file}` : 'Name the backup'}: npm run restore -- path/to/homeroom-….tar`)
  await step('Schema', async (progress) => void (await migrate(database.owner, progress)))
  await step('Restore', async (progress) => {
    const { tables, files, at } = await restore(file, { url: database.owner, files: inData('files') }, progress)
    return `${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables, ${files.length} files, as of ${at}`
  })
  say('Every count and checksum is as it was saved.')
})
