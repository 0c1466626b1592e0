import { command } from './command.mjs'
import { takeLock } from './lock.mjs'
import { migrate } from './migrations.mjs'
import { dataDir } from './paths.mjs'
import { Problem, say, step } from './say.mjs'
import { filledIn } from './settings.mjs'

/** Where people reach this installation: as it is configured, as it runs now, or as it will by itself. */
async function addressOf(settings: { PORT?: number }): Promise<string> {
  const lock = await takeLock(dataDir())
  await lock.release?.()
  return (lock.held as { url?: string } | undefined)?.url ?? `http://localhost:${settings.PORT ?? 3000}`
}

/** A command that invites somebody in: does `invite` as the application would, and says the link to whoever sits here. */
export const founded = (title: string, invite: (by: { id: null; email: string }) => Promise<{ mailId: string }>): Promise<void> =>
  command(async ({ database, settings }) => {
    await step('Schema', async (progress) => void (await migrate(database.owner, progress)))
    const { DATABASE_URL: _, ...env } = filledIn({ urls: database, url: await addressOf(settings), settings })
    delete process.env.DATABASE_URL
    Object.assign(process.env, env)
    // Only now: these modules read their settings as they load.
    const [{ linkAtHand }, { isMailSent }, { stopSending }, { Refusal }] = await Promise.all([import('@/lib/domain/access/founding.server'), import('@/lib/platform/mail.server'), import('@/lib/platform/jobs.server'), import('@/lib/platform/errors')])
    let link = ''
    await step(title, async () => {
      link = await linkAtHand(await invite({ id: null, email: 'the operator' }).catch((error: unknown) => {
        throw error instanceof Refusal ? new Problem(refusals[error.message] ?? error.message) : error
      }))
      await stopSending()
    })
    say(`\nThe invitation, good for seven days and for one person:\n\n  ${link}\n`)
    say(isMailSent() ? 'It also goes out by mail while Homeroom runs.' : 'There is no mail server (SMTP_URL): hand this link on yourself.')
  })

const refusals: Record<string, string> = {
  'organizations.refusals.cameIn': 'Somebody has come in there already. A forgotten password is replaced at /forgot; other people are invited by an administrator, under Users.',
}
