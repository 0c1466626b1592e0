'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import { publishInput, warningsOf } from '@/lib/domain/access/role-change'
import { publishRolesAction } from './actions'
import type { MatrixGroup, MatrixRole } from './permission-words.server'
import { heldIn, type Changes } from './use-changes'

type ReviewDialogProps = { roles: readonly MatrixRole[]; groups: readonly MatrixGroup[]; changes: Changes; ownRoleId: string; onPublished: () => void; onClose: () => void }

/** What changes for whom, what to beware of, and why it is done: then it holds, for everybody at once. */
export default function ReviewDialog({ roles, groups, changes, ownRoleId, onPublished, onClose }: ReviewDialogProps) {
  const t = useTranslations('roles')
  const router = useRouter()
  const label = new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.name, row.label] as const)))
  const say = (name: string | null) => (name ? (label.get(name) ?? name) : '')
  const held = heldIn(roles, groups)
  const reviewed = roles.filter(({ id }) => changes[id]).map((role) => {
    const of = Object.entries(changes[role.id] ?? {})
    const [grant, revoke] = [of.filter(([, isOn]) => isOn), of.filter(([, isOn]) => !isOn)].map((part) => part!.map(([name]) => name)) as [string[], string[]]
    const after = new Set([...[...held.get(role.id)!].filter((name) => !revoke.includes(name)), ...grant])
    return { ...role, grant, revoke, warnings: warningsOf(after, { isOwn: role.id === ownRoleId, loses: new Set(revoke) }) }
  })
  const defaults = { changes: reviewed.map(({ id, seen, grant, revoke }) => ({ roleId: id, seen, grant, revoke })), reason: '' }
  const published = ({ people }: { people: number }) => {
    onClose()
    onPublished()
    toast({ title: t('published', { people }) })
    router.refresh()
  }
  return (
    <Dialog title={t('review.label')} description={t('review.hint', { people: reviewed.reduce((sum, { people }) => sum + people, 0) })} open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="flex flex-col gap-4 pb-2">
        {reviewed.map(({ id, name, people, grant, revoke, warnings }) => (
          <section key={id} aria-label={name} className="flex flex-col gap-2">
            <h3 className="font-semibold">{name} <span className="font-normal text-soft">{t('people', { people })}</span></h3>
            <ul className="flex flex-col gap-1">
              {grant.map((one) => <li key={one} className="flex items-start gap-2"><Status tone="ok">{t('review.given')}</Status><span className="min-w-0">{say(one)}</span></li>)}
              {revoke.map((one) => <li key={one} className="flex items-start gap-2"><Status tone="bad">{t('review.taken')}</Status><span className="min-w-0">{say(one)}</span></li>)}
            </ul>
            {warnings.map(({ kind, permission }) => <Notice key={`${kind}${permission}`} tone="warn" title={t(`warnings.${kind}`, { permission: say(permission) })} />)}
          </section>
        ))}
        <ActionForm schema={publishInput} action={publishRolesAction} defaults={defaults} onSaved={published} submit={t('publish')}>
          <TextAreaField name="reason" label={t('fields.reason')} hint={t('review.reasonHint')} />
        </ActionForm>
      </div>
    </Dialog>
  )
}
