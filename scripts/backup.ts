import path from 'node:path'
import { backUp } from './archive/backup'
import { command } from './ground/command.mjs'
import { inData } from './ground/paths.mjs'
import { say, step } from './ground/say.mjs'

const named = process.argv[2]

await command(async ({ database }) => {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const target = path.resolve(named ?? inData('backups', `homeroom-${time}.tar`))
  await step('Backup', async (progress) => {
    const { tables, files } = await backUp({ url: database.owner, files: inData('files') }, target, progress)
    return `${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables, ${files.length} files`
  })
  if (process.env.S3_BUCKET) say(`The files in the bucket ${process.env.S3_BUCKET} are not in it: the store has to keep its own backup.`)
  say(`${target}\nIt holds everything about everybody: keep it as safe as the database, and not on the same disk.`)
})
