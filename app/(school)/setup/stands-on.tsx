import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { findMissing, type Ground } from '@/lib/domain/academics/setup.server'
import type { Ctx } from '@/lib/platform/context'
import type { Permission } from '@/lib/platform/permissions'

const ways: Record<Ground, { href: string; needs: Permission }> = {
  campuses: { href: '/campuses/new', needs: 'CREATE_CAMPUSES' },
  academicYears: { href: '/setup/academic-years/new', needs: 'CREATE_ACADEMIC_YEARS' },
  grades: { href: '/setup/grades/new', needs: 'CREATE_GRADES' },
  bellSchedules: { href: '/setup/bell-schedules/new', needs: 'CREATE_TIMETABLES' },
  staff: { href: '/staff/new', needs: 'CREATE_STAFF' },
  students: { href: '/students/new', needs: 'CREATE_STUDENTS' },
}

type StandsOnProps = { ctx: Ctx; on: readonly Ground[]; children: ReactNode }

/** A form that stands on other records: while there is none, it says which comes first and leads there, instead of an empty choice. */
export async function StandsOn({ ctx, on, children }: StandsOnProps) {
  const missing = await findMissing(ctx, on)
  if (!missing) return children
  const t = await getTranslations('setup.first')
  const { href, needs } = ways[missing]
  return (
    <EmptyState title={t(`${missing}.title`)} deed={ctx.can(needs) && <LinkButton href={href} variant="primary">{t(`${missing}.deed`)}</LinkButton>}>
      {ctx.can(needs) ? t('then') : t(missing === 'campuses' ? 'askForCampus' : 'ask')}
    </EmptyState>
  )
}
