// `npm run organization -- "NAME" E-MAIL`: an organization, and the invitation of its first administrator. Once more with the
// same words, for as long as nobody has come in, it makes a new link.
import { founded } from './ground/founded'
import { Problem } from './ground/say.mjs'

const usage = 'npm run organization -- "Name of the school" you@school.example [--zone=Europe/Madrid] [--currency=EUR] [--language=es]'
const args = process.argv.slice(2)
const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)

const words: Record<string, string> = {
  name: 'The name has 2 to 120 letters.', email: 'That is not an e-mail address.', timeZone: '--zone is not a time zone, for example America/Denver.', currency: '--currency is not a currency, for example USD.', locale: '--language is en or es.',
}

await founded('The organization', async (by) => {
  const [name, email, ...rest] = args.filter((arg) => !arg.startsWith('--'))
  const wrong = args.find((arg) => arg.startsWith('--') && !/^--(zone|currency|language)=/.test(arg)) ?? rest[0]
  if (!name || !email || wrong) throw new Problem(`${wrong ? `${wrong} is not understood. ` : ''}It goes like this: ${usage}`)
  const [{ foundOrganization, inviteFounder }, { newOrganizationInput }, { createUsualReasons }, { gate }] = await Promise.all([
    import('@/lib/domain/access/founding.server'), import('@/lib/domain/access/support'), import('@/lib/domain/attendance/reason.server'), import('@/lib/platform/db/gate.server'),
  ])
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  const { data, error } = newOrganizationInput.safeParse({ name, email, timeZone: option('zone') ?? zone, currency: option('currency') ?? 'USD', locale: option('language') ?? 'en' })
  if (!data) throw new Problem(`${words[String(error.issues[0]?.path[0])]} It goes like this: ${usage}`)
  const same = await gate().organization.findFirst({ where: { name: data.name, deletedAt: null }, select: { id: true } })
  return same ? inviteFounder({ organizationId: same.id, email: data.email }, by) : foundOrganization(data, by, createUsualReasons)
})
