import { Download, UsersRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { EnrolDialog } from '../enrol-dialog'

type EnrolDeedsProps = { toClass: { id: string; name: string }; campusId: string; today: string; mayEnrol: boolean }

/** How students come into a class, several at once or one, and how its list is taken away. */
export function EnrolDeeds({ toClass, campusId, today, mayEnrol }: EnrolDeedsProps) {
  const t = useTranslations('classes.enrollments')
  return (
    <div className="flex flex-wrap gap-2">
      {mayEnrol && <LinkButton href={`/classes/${toClass.id}/enrol`} variant="primary"><UsersRound aria-hidden />{t('several')}</LinkButton>}
      {mayEnrol && <EnrolDialog toClass={toClass} campusId={campusId} today={today} />}
      <a href={`/api/exports/class-places?class=${toClass.id}`} download className={buttonClass({ variant: 'quiet' })}><Download aria-hidden />{t('export')}</a>
    </div>
  )
}
