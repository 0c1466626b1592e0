'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { signOut } from '@/lib/domain/access/session.server'
import { enterOrganization, leaveOrganization } from '@/lib/domain/access/support.server'
import { defineGateAction } from '@/lib/platform/action.server'

const leave = defineGateAction({
  why: 'A person of the platform may leave before choosing an organization; for nobody there is nothing to end.',
  input: z.instanceof(FormData).optional(),
  run: async () => {
    await signOut()
    redirect('/sign-in')
  },
})

export const signOutAction = Object.assign(async (form?: FormData): Promise<void> => void (await leave(form)), { declared: leave.declared })

/** Takes the form itself: the list of organizations works without a script. */
const chosen = z.instanceof(FormData).transform((form) => form.get('organizationId')).pipe(z.uuid())

const enter = defineGateAction({
  why: 'A person of the platform has no organization until one is chosen; the deed itself asks for the platform role.',
  input: chosen,
  run: async (organizationId) => {
    await enterOrganization(organizationId)
    redirect('/')
  },
})

export const enterOrganizationAction = Object.assign(async (form: FormData): Promise<void> => void (await enter(form)), { declared: enter.declared })

const leaveSchool = defineGateAction({
  why: 'Support may leave an organization whose rights it has not; the deed itself asks for the platform role.',
  input: z.instanceof(FormData),
  run: async () => {
    await leaveOrganization()
    redirect('/organizations')
  },
})

export const leaveOrganizationAction = Object.assign(async (form: FormData): Promise<void> => void (await leaveSchool(form)), { declared: leaveSchool.declared })
