import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { toDate, type PlainDate } from '@/lib/platform/time'

/** Which week: a plain form, so that the address keeps it. */
export function WeekChoice({ weeks, week, campusId }: { weeks: readonly PlainDate[]; week: PlainDate; campusId: string | null }) {
  const t = useTranslations('safetyQuiz.boardOf')
  const format = useFormatter()
  return (
    <form method="get" className="flex flex-wrap items-end gap-2">
      {campusId && <input type="hidden" name="campus" value={campusId} />}
      <label className="flex flex-col gap-1.5 text-sm font-medium">
        {t('week')}
        <select key={week} name="week" defaultValue={week} className="control w-56">
          {weeks.map((one) => <option key={one} value={one}>{format.dateTime(toDate(one), { dateStyle: 'medium', timeZone: 'UTC' })}</option>)}
        </select>
      </label>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
