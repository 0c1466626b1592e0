import { getTranslations } from 'next-intl/server'
import type { Attention } from '@/components/dashboard/attention-list'
import type { Day } from '@/lib/domain/attendance/day.server'
import type { Ctx } from '@/lib/platform/context'
import { registerHref } from '../attendance/register-href'
import type { Addresses } from './addresses'

const named = 3

/** What waits for whoever looks after this day, each with its deed; what is not missing is not said. */
export async function needsOf(ctx: Ctx, day: Day, to: Addresses): Promise<Attention[]> {
  const t = await getTranslations('home.needs')
  const some = (words: readonly string[], count: number) => [...words.slice(0, named), ...(count > named ? [t('more', { count: count - named })] : [])].join(' · ')
  const { registersDue, registersTaken, unexplained } = day.all
  const missing = registersDue - registersTaken
  const [only] = day.missing
  const away = day.absent.filter(({ status }) => status === 'absent_unexcused').map(({ name, className }) => `${name}, ${className}`)
  const registers: Attention = {
    key: 'missing', count: missing, tone: 'bad', title: t('missing', { count: missing }),
    detail: some(day.missing.map(({ className, teacher, startsAt }) => [className, startsAt, teacher].filter(Boolean).join(' ')), missing),
    deed: missing === 1 && only && ctx.can('TAKE_ATTENDANCE') ? { href: registerHref(day.date, to.home)(only), label: t('take') } : { href: to.registers('missing'), label: t('see') },
  }
  const absences: Attention = { key: 'unexplained', count: unexplained, tone: 'warn', title: t('unexplained', { count: unexplained }), detail: some(away, unexplained), deed: { href: to.absences('unexplained'), label: t('see') } }
  return [...(missing > 0 ? [registers] : []), ...(unexplained > 0 ? [absences] : [])]
}
