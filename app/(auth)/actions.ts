'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { enterCodeAfterProvider, signInByForm } from '@/lib/domain/access/auth.server'
import { codeInput } from '@/lib/domain/access/second-factor'
import { signInInput } from '@/lib/domain/access/sign-in'
import { signOut } from '@/lib/domain/access/session.server'
import { enterOrganization, leaveOrganization } from '@/lib/domain/access/support.server'
import { defineGateAction } from '@/lib/platform/action.server'
import { getSession } from '@/lib/platform/context.server'
import { Refusal } from '@/lib/platform/errors'
import { pathWithin } from '@/lib/platform/path-within'

const enterByForm = defineGateAction({
  why: 'Signing in is how one becomes somebody, also where no script runs.',
  input: z.instanceof(FormData),
  run: async (form) => {
    const next = pathWithin(String(form.get('next') ?? '/'))
    const input = signInInput.safeParse({ email: form.get('email'), password: form.get('password'), code: form.get('code') || undefined })
    const refused = input.success ? await signInByForm(input.data) : 'wrong'
    redirect(refused ? `/sign-in?error=${refused}&next=${encodeURIComponent(next)}` : next)
  },
})

export const signInAction = Object.assign(async (form: FormData): Promise<void> => {
  const result = await enterByForm(form)
  // A failure that is not a redirect: the page says so, and nothing of it stands in the address.
  if (!result.ok) redirect('/sign-in?error=unavailable')
}, { declared: enterByForm.declared })

export const enterCodeAction = defineGateAction({ why: 'Whoever a provider vouched for is nobody until the second factor is there; the sealed proof says who.', input: codeInput, run: enterCodeAfterProvider })

const leave = defineGateAction({
  why: 'A person of the platform may leave before choosing an organization; for nobody there is nothing to end.',
  input: z.instanceof(FormData).optional(),
  run: async () => {
    await signOut()
    redirect('/sign-in')
  },
})

export const signOutAction = Object.assign(async (form?: FormData): Promise<void> => void (await leave(form)), { declared: leave.declared })

/** The same for the frame, which loads the whole page anew afterwards. */
export const signOutHereAction = defineGateAction({
  why: 'A person of the platform may leave before choosing an organization; nobody is refused by the deed itself.',
  input: z.undefined(),
  async run() {
    if (!(await getSession())) throw new Refusal('signed-out', 'errors.refusals.signedOut')
    await signOut()
  },
})

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
