import Link from 'next/link'
import { getFormatter } from 'next-intl/server'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { Dashboard } from '@/components/dashboard/dashboard'
import { campusStyle } from '@/components/ui/campus-theme'
import { MascotBadge } from '@/components/ui/mascot-badge'
import { getCampusFacts } from '@/lib/domain/academics/campus-facts.server'
import type { CampusBadge, Ctx } from '@/lib/platform/context'
import { todayIn } from '@/lib/platform/clock.server'
import { toDate } from '@/lib/platform/time'
import { addressesOf } from './addresses'
import { GrowthCard } from './growth-cards'
import { MoneyCards } from './money-cards'
import { TalkCard } from './talk-card'
import { factsOf } from './hero-facts'
import { OwnDayCard } from './own-day-card'

/** For roles that no room waits for today: their campuses, and how large each is. */
export async function CalmHome({ ctx }: { ctx: Ctx }) {
  const format = await getFormatter()
  const shown = ctx.campus ? [ctx.campus] : ctx.campuses
  const date = format.dateTime(toDate(todayIn(ctx.timeZone)), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  return (
    <Dashboard hero={<CampusHero title={ctx.campus?.name ?? ctx.organization.name} mascots={shown.flatMap(({ mascot }) => mascot ?? []).slice(0, 4)} line={date} />}>
      <TalkCard ctx={ctx} />
      <OwnDayCard ctx={ctx} />
      <div data-span={7} className="dashboard-column">
        <MoneyCards ctx={ctx} />
      </div>
      <div data-span={5} className="dashboard-column">
        <GrowthCard ctx={ctx} />
      </div>
      {shown.map((campus) => (
        <PlaceCard key={campus.id} ctx={ctx} campus={campus} />
      ))}
    </Dashboard>
  )
}

async function PlaceCard({ ctx, campus }: { ctx: Ctx; campus: CampusBadge }) {
  const today = todayIn(campus.timeZone)
  const facts = await factsOf(ctx, await getCampusFacts({ ...ctx, campus }), addressesOf({ home: '/', date: today, today, campusId: campus.id }))
  const row = 'flex min-h-11 items-center justify-between gap-3 border-t border-line px-4'
  return (
    <section aria-labelledby={campus.id} data-span={4} style={campusStyle(campus)} className="overflow-hidden rounded-lg border border-line bg-raised">
      <header className="banner flex items-center gap-3 px-4 py-2.5">
        <MascotBadge name={campus.name} mascot={campus.mascot} />
        <h2 id={campus.id} className="font-semibold">
          {ctx.can('READ_CAMPUSES') ? <Link href={`/campuses/${campus.id}`} className="rounded outline-current hover:underline">{campus.name}</Link> : campus.name}
        </h2>
      </header>
      <dl className="-mt-px">
        {facts.map(({ label, value, href }) => (
          <div key={label} className={row}>
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold tabular-nums">{href ? <Link href={href} className="text-campus-text hover:underline pointer-coarse:inline-block pointer-coarse:px-3 pointer-coarse:py-3">{value}</Link> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
