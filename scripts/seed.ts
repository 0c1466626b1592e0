import { command } from './ground/command.mjs'
import { migrate } from './ground/migrations.mjs'
import { step } from './ground/say.mjs'
import { seed } from './ground/seeding.mjs'

const args = process.argv.slice(2)

await command(async ({ database }) => {
  await step('Schema', async (progress) => void (await migrate(database.owner, progress)))
  await step(args.length > 0 ? `Seeding ${args.join(' ')}` : 'Demo data', (progress) => seed(database, progress, args))
})
