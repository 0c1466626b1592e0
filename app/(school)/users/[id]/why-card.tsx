import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/select'
import { explain } from '@/lib/domain/access/explain.server'
import type { Ctx } from '@/lib/platform/context'
import { isPermission } from '@/lib/platform/permissions'
import { permissionChoices } from '../../roles/permission-words.server'

/** Why somebody can or cannot do something. A plain form: the question stands in the address and can be sent to someone. */
export async function WhyCard({ ctx, userId, asked }: { ctx: Ctx; userId: string; asked: string }) {
  const [t, choices] = await Promise.all([getTranslations('why'), permissionChoices(ctx)])
  const permission = isPermission(asked) ? asked : null
  const reason = permission && (await explain(ctx, userId, permission))
  const label = choices.find(({ value }) => value === permission)?.label ?? ''
  return (
    <Card title={t('title')}>
      <form method="get" className="flex flex-wrap items-end gap-2">
        <label className="min-w-0 flex-1 basis-60">
          <span className="sr-only">{t('question')}</span>
          <Select name="why" aria-label={t('question')} defaultValue={permission ?? ''} placeholder={t('choose')} options={choices.map(({ value, label: word }) => ({ value, label: word }))} />
        </label>
        <Button type="submit">{t('ask')}</Button>
      </form>
      {reason && <p role="status" className="mt-3 font-medium text-pretty">{t(`other.${reason.outcome}`, { ...reason, permission: label })}</p>}
    </Card>
  )
}
