import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { listClassStudents } from '@/lib/domain/academics/enrollment.server'
import { photosOf } from '@/lib/domain/files/public.server'
import { studentFiles } from '@/lib/domain/people/people-files.server'
import { EnrolDeeds } from './enrol-deeds'
import { openClass } from './open-class.server'
import { PlaceList } from './place-list'

export default async function ClassPage({ params }: PageProps<'/classes/[id]'>) {
  const { ctx, row } = await openClass((await params).id)
  const { id, name, campus, today, capacity } = row
  const [t, places] = await Promise.all([getTranslations('classes.enrollments'), ctx.can('READ_ENROLLMENTS') ? listClassStudents(ctx, id, today) : { here: [], waiting: [], gone: [] }])
  const photos = await photosOf(ctx, studentFiles, places.here.map(({ studentId }) => studentId))
  const mayEnrol = ctx.can('CREATE_ENROLLMENTS') && (row.status === 'active' || row.status === 'planned')
  const common = { className: name, campusId: campus?.id ?? '', today, mayMove: mayEnrol && ctx.can('UPDATE_ENROLLMENTS'), mayEnd: ctx.can('DELETE_ENROLLMENTS'), photos }
  return (
    <>
      {ctx.can('READ_ENROLLMENTS') && <EnrolDeeds toClass={{ id, name }} campusId={campus?.id ?? ''} today={today} mayEnrol={mayEnrol && campus !== null} />}
      {places.here.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : <PlaceList title={t('here', { count: places.here.length })} rows={places.here} {...common} />}
      {places.waiting.length > 0 && <PlaceList title={t('waiting', { count: places.waiting.length })} rows={places.waiting} admits={mayEnrol && (capacity === null || row.students < capacity)} ordered {...common} mayMove={false} />}
      {places.gone.length > 0 && (
        <details className="rounded-lg">
          <summary className="w-fit rounded py-2 text-soft hover:text-ink pointer-coarse:py-3">{t('gone', { count: places.gone.length })}</summary>
          <PlaceList title={t('gone', { count: places.gone.length })} rows={places.gone} {...common} mayMove={false} />
        </details>
      )}
    </>
  )
}
