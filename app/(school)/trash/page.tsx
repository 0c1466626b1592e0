import { Trash2 } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { trashDays } from '@/lib/platform/record.server'
import { openKinds } from './kinds.server'
import { removedOf } from './removed.server'
import { RestoreButton } from './restore-button'

export async function generateMetadata() {
  return { title: (await getTranslations('trash'))('title') }
}

export default async function TrashPage() {
  const ctx = await requirePage('SIGNED_IN')
  if (openKinds(ctx).length === 0) forbidden()
  const [t, format, rows] = await Promise.all([getTranslations('trash'), getFormatter(), removedOf(ctx)])
  return (
    <Screen title={t('title')} description={t('description', { days: trashDays })}>
      {rows.length === 0 ? <EmptyState icon={<Trash2 aria-hidden />} title={t('empty')} /> : (
        <ul className="flex flex-col rounded-lg border border-line bg-raised">
          {rows.map(({ entity, id, name, by, removedAt, daysLeft }) => (
            <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-t-0">
              <span className="min-w-0 flex-1 basis-48"><span className="font-medium">{name}</span>{' '}<span className="text-soft">{t(`kinds.${entity}`)}</span></span>
              <span className="text-sm text-soft">{t('removedBy', { who: by ?? t('somebody'), when: format.dateTime(removedAt, { dateStyle: 'medium', timeStyle: 'short' }) })}</span>
              <span className="text-sm text-soft tabular-nums">{t('daysLeft', { days: daysLeft })}</span>
              <RestoreButton entity={entity} id={id} name={name} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}
