import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Status } from '@/components/ui/status'
import type { CampusFacts } from '@/lib/domain/academics/campus-facts.server'
import { getSetup, hasStudents } from '@/lib/domain/academics/setup.server'
import type { Ctx } from '@/lib/platform/context'
import { stepsOf } from '../setup/steps'

/** For as long as there is nobody to teach this year: what comes next, in the order in which a school is set up. */
export async function BeginCard({ ctx, facts }: { ctx: Ctx; facts: CampusFacts }) {
  if (!ctx.can('CREATE_ACADEMIC_YEARS') || (facts.classes > 0 && (await hasStudents(ctx)))) return null
  const [t, rooms, { counts }] = await Promise.all([getTranslations('setup.guide'), getTranslations('navigation'), getSetup(ctx)])
  const steps = stepsOf(ctx.can, counts)
  const missing = steps.filter(({ count, isOptional }) => count === 0 && !isOptional)
  const [next] = missing
  if (!next) return null
  const mayImport = ctx.can('RUN_IMPORTS') && ctx.role.reach === 'organization'
  return (
    <Card title={t('begin')} aside={<Link href="/setup" className="text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">{t('whole')}</Link>} flush>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line px-4 py-4">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-lg font-semibold">{rooms(next.key)}</p>
          <p className="text-soft text-pretty">{t(`steps.${next.key}`)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {mayImport && <LinkButton href="/imports/new">{t('import')}</LinkButton>}
          <LinkButton href={next.create} variant="primary">{t('beginWith', { what: rooms(next.key) })}</LinkButton>
        </div>
      </div>
      <ol className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
        {steps.filter(({ isOptional }) => !isOptional).map(({ key, count }) => <li key={key}><Status tone={count > 0 ? 'ok' : key === next.key ? 'warn' : 'quiet'}>{rooms(key)}</Status></li>)}
      </ol>
    </Card>
  )
}
