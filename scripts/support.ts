// `npm run support -- E-MAIL`: an account of the platform's own people, who found organizations at /organizations. Only who runs
// several organizations on one installation needs it.
import { founded } from './ground/founded'
import { Problem } from './ground/say.mjs'

await founded('The account', async () => {
  const [[email, ...rest], { inviteSupport }, { newOrganizationInput }] = await Promise.all([process.argv.slice(2), import('@/lib/domain/access/founding.server'), import('@/lib/domain/access/support')])
  const parsed = newOrganizationInput.shape.email.safeParse(email)
  if (!parsed.success || rest.length > 0) throw new Problem('It goes like this: npm run support -- you@platform.example')
  return inviteSupport({ email: parsed.data })
})
