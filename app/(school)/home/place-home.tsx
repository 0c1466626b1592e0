import { getFormatter, getTranslations } from 'next-intl/server'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { Dashboard } from '@/components/dashboard/dashboard'
import { Card } from '@/components/ui/card'
import { findBell, getCampusFacts } from '@/lib/domain/academics/campus-facts.server'
import type { Ctx } from '@/lib/platform/context'
import { todayIn } from '@/lib/platform/clock.server'
import { toDate } from '@/lib/platform/time'
import { addressesOf } from './addresses'
import { bellWords } from './bell-words'
import { CampusLinks } from './campus-links'
import { factsOf } from './hero-facts'

/** A campus for whoever works there without looking after it. Who sees only their own classes is told no numbers: they would be of those alone. */
export async function PlaceHome({ ctx }: { ctx: Ctx }) {
  const today = todayIn(ctx.timeZone)
  const [t, format, facts, bell] = await Promise.all([getTranslations('home'), getFormatter(), ctx.role.reach === 'class' ? null : getCampusFacts(ctx), findBell(ctx)])
  const date = format.dateTime(toDate(today), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  return (
    <Dashboard
      hero={
        <CampusHero
          title={ctx.campus?.name ?? ''}
          mascots={ctx.campus?.mascot ? [ctx.campus.mascot] : []}
          line={[date, bell && bellWords(t, bell)].filter(Boolean).join(' · ')}
          facts={facts ? await factsOf(ctx, facts, addressesOf({ home: '/', date: today, today, campusId: ctx.campus?.id })) : []}
        />
      }
    >
      {ctx.campus && <Card flush span={4}><CampusLinks can={ctx.can} campusId={ctx.campus.id} /></Card>}
    </Dashboard>
  )
}
