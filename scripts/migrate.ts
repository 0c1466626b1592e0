import { command } from './ground/command.mjs'
import { migrate } from './ground/migrations.mjs'
import { say, step } from './ground/say.mjs'

await command(async ({ database }) => {
  await step('Schema', async (progress) => {
    const { applied, total } = await migrate(database.owner, progress)
    return applied ? `${applied} of ${total} migrations applied` : `all ${total} migrations are in`
  })
  say('The database is at this version.')
})
