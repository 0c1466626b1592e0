import { getTranslations } from '@/lib/platform/i18n/words.server'
import { Icon } from '@/components/ui/icon'
import { Plain } from '@/components/ui/plain'
import { Screen } from '@/components/ui/screen'
import type { Ctx } from '@/lib/platform/context'
import { navigation } from '../navigation'

/** For roles whose day is elsewhere: the rooms that are open to them. */
export async function PlainHome({ ctx }: { ctx: Ctx }) {
  const [t, rooms] = await Promise.all([getTranslations('attendance.home'), getTranslations('navigation')])
  const open = navigation.flatMap((group) => group.rooms).filter(({ href, needs }) => href !== '/' && (needs === null || ctx.can(needs)))
  return (
    <Screen title={t('greeting', { name: ctx.user.name })} description={ctx.organization.name}>
      <Plain>
      <ul className="grid gap-3 sm:grid-cols-2 md:grid-cols-3">
        {open.map(({ key, href, icon }) => (
          <li key={key}>
            <a href={href} className="flex min-h-16 items-center gap-3 rounded-lg border border-line bg-raised px-4 font-medium hover:border-line-strong">
              <Icon of={icon} className="size-5 text-campus-text" />
              {rooms(key)}
            </a>
          </li>
        ))}
      </ul>
      </Plain>
    </Screen>
  )
}
