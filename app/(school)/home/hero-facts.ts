import { getFormatter, getTranslations } from 'next-intl/server'
import type { HeroFact } from '@/components/dashboard/campus-hero'
import type { CampusFacts } from '@/lib/domain/academics/campus-facts.server'
import type { Ctx } from '@/lib/platform/context'
import type { Addresses } from './addresses'

/** How large a campus is, or the organization; a number leads to its list where one may see it. */
export async function factsOf(ctx: Ctx, { students, classes, staff }: CampusFacts, to: Addresses): Promise<HeroFact[]> {
  const [t, format] = await Promise.all([getTranslations('home.facts'), getFormatter()])
  const campuses = ctx.campuses.length
  return [
    students === null
      ? { label: t('campuses'), value: format.number(campuses) }
      : { label: t('students', { count: students }), value: format.number(students), href: ctx.can('READ_STUDENTS') && students > 0 ? to.students : undefined },
    { label: t('classes', { count: classes }), value: format.number(classes), href: ctx.can('READ_CLASSES') && classes > 0 ? to.classes : undefined },
    { label: t('staff', { count: staff }), value: format.number(staff), href: ctx.can('READ_STAFF') && staff > 0 ? to.staff : undefined },
  ]
}
