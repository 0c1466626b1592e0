import { UsersRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { EnrolDialog } from '../enrol-dialog'

type EnrolDeedsProps = { toClass: { id: string; name: string }; campusId: string; today: string }

/** How students come into a class: several at once, or one. */
export function EnrolDeeds({ toClass, campusId, today }: EnrolDeedsProps) {
  const t = useTranslations('classes.enrollments')
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={`/classes/${toClass.id}/enrol`} variant="primary"><UsersRound aria-hidden />{t('several')}</LinkButton>
      <EnrolDialog toClass={toClass} campusId={campusId} today={today} />
    </div>
  )
}
