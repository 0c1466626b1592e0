import { Eye } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { QuestionCard } from '@/components/dashboard/question-card'
import { LinkButton } from '@/components/ui/link-button'
import { getDevelopmentPulse } from '@/lib/domain/development/campus-development.server'
import { countWeekOfVisits } from '@/lib/domain/development/walkthrough-overview.server'
import type { Ctx } from '@/lib/platform/context'

/** For whoever looks after the staff of a campus: visits, this week's quiz and the last note, each with the way to its rows. */
export async function DevelopmentCard({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('CREATE_WALKTHROUGHS')) return null
  const places = ctx.campus ? [ctx.campus] : ctx.campuses
  const [t, format, { visits, unvisited, teachers }, pulse] = await Promise.all([getTranslations('development.card'), getFormatter(), countWeekOfVisits(ctx), getDevelopmentPulse(ctx)])
  if (teachers === 0) return null
  const rows = [
    ...(pulse.quiz && pulse.quiz.of > 0 ? [{ label: t('quiz'), value: t('of', { done: pulse.quiz.done, of: pulse.quiz.of }), href: '/safety-quiz/board' }] : []),
    ...(pulse.note && pulse.note.of > 0 ? [{ label: t('note'), value: t('of', { done: pulse.note.done, of: pulse.note.of }), href: pulse.note.id ? `/frame/${pulse.note.id}` : '/frame' }] : []),
    { label: t('unvisited'), value: format.number(unvisited), href: '/walkthroughs/overview' },
  ].map((row) => ({ ...row, href: ctx.campus && !row.href.startsWith('/frame/') ? `${row.href}?campus=${ctx.campus.id}` : row.href }))
  const mayOpen = ctx.can('READ_QUIZ_RESULTS')
  const link = mayOpen && places.length === 1 ? { href: `/campuses/${places[0]!.id}/development`, label: t('all') } : { href: '/walkthroughs/overview', label: t('overview') }
  return (
    <QuestionCard question={t('title')} answer={t('visits', { count: visits })} link={link}>
      <dl>
        {rows.map(({ label, value, href }) => (
          <div key={label} className="flex min-h-10 items-center justify-between gap-3 border-t border-line pointer-coarse:min-h-12">
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold tabular-nums"><Link href={href} className="text-campus-text hover:underline pointer-coarse:inline-block pointer-coarse:px-3 pointer-coarse:py-3">{value}</Link></dd>
          </div>
        ))}
      </dl>
      {places.length > 1 && mayOpen && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-2.5 text-sm">
          {places.map(({ id, name }) => <Link key={id} href={`/campuses/${id}/development`} className="font-medium text-campus-text hover:underline pointer-coarse:py-3">{t('at', { campus: name })}</Link>)}
        </p>
      )}
      <LinkButton href="/walkthroughs/new" className="self-start"><Eye aria-hidden />{t('start')}</LinkButton>
    </QuestionCard>
  )
}
