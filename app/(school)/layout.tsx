import { getFormatter, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LeaveArea } from '@/components/form/leave-area'
import { Shell } from '@/components/shell/shell'
import { Words } from '@/components/shell/words'
import { MascotBadge } from '@/components/ui/mascot-badge'
import { photosOf } from '@/lib/domain/files/public.server'
import { userFiles } from '@/lib/domain/access/user-files.server'
import { getCtx, getSession } from '@/lib/platform/context.server'
import { isOutboxOpen } from '@/lib/platform/mail.server'
import { campusCss } from '@/lib/platform/theme'
import { signOutHereAction, leaveOrganizationAction } from '../(auth)/actions'
import { navigation } from './navigation'

/** Draws the frame; each page guards itself. Without a session there is nothing to draw, and the page sends to sign-in. */
export default async function SchoolLayout({ children }: { children: ReactNode }) {
  const ctx = await getCtx()
  if (!ctx) return children
  const [t, jar, session, format, faces] = await Promise.all([getTranslations('navigation'), cookies(), getSession(), getFormatter(), photosOf(ctx, userFiles, [ctx.user.id])])
  const seen = session?.record.visit
  const visit = seen && !session.record.role.everywhere && ctx.can('UPDATE_ORGANIZATIONS') ? { by: seen.by, until: format.dateTime(new Date(seen.until), { dateStyle: 'medium', timeStyle: 'short' }) } : undefined
  const theme = jar.get('theme')?.value
  const nav = navigation
    .map(({ key, rooms }) => ({
      label: t(`groups.${key}`),
      items: rooms
        .filter(({ needs, href }) => (needs === null || ctx.can(needs)) && (href !== '/outbox' || isOutboxOpen()))
        .map(({ key: room, href, icon: Icon, inside = false }) => ({ href, label: t(room), icon: <Icon aria-hidden />, inside })),
    }))
    .filter(({ items }) => items.length > 0)

  return (
    <Words of={['shell']}>
    <LeaveArea>
    <Shell
      organization={ctx.organization.name}
      badge={<MascotBadge name={ctx.organization.name} />}
      person={{ name: ctx.user.name, email: ctx.user.email, role: ctx.role.name, photo: faces.get(ctx.user.id) ?? null }}
      campuses={ctx.campuses.map((campus) => ({ id: campus.id, name: campus.name, badge: <MascotBadge name={campus.name} mascot={campus.mascot} colors={campus} />, colors: campusCss(campus) }))}
      campusId={ctx.campus?.id ?? null}
      nav={nav}
      collapsed={jar.get('sidebar')?.value === 'rail'}
      theme={theme === 'dark' || theme === 'light' ? theme : 'system'}
      signOut={signOutHereAction}
      visit={visit}
      leave={session?.record.role.everywhere ? leaveOrganizationAction : undefined}
    >
      {children}
    </Shell>
    </LeaveArea>
    </Words>
  )
}
