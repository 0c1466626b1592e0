import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import type { Ctx } from '@/lib/platform/context'
import { navigation } from '../navigation'

/** For roles whose day is elsewhere: the rooms that are open to them. */
export async function PlainHome({ ctx }: { ctx: Ctx }) {
  const [t, rooms] = await Promise.all([getTranslations('attendance.home'), getTranslations('navigation')])
  const open = navigation.flatMap((group) => group.rooms).filter(({ href, needs }) => href !== '/' && (needs === null || ctx.can(needs)))
  return (
    <Screen title={t('greeting', { name: ctx.user.name })} description={ctx.organization.name}>
      <ul className="grid gap-3 sm:grid-cols-2 md:grid-cols-3">
        {open.map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <Link href={href} className="flex min-h-16 items-center gap-3 rounded-lg border border-line bg-raised px-4 font-medium hover:border-line-strong">
              <Icon aria-hidden className="size-5 text-campus-text" />
              {rooms(key)}
            </Link>
          </li>
        ))}
      </ul>
    </Screen>
  )
}
