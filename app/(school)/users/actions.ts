'use server'

import { z } from 'zod'
import { inviteUsers, previewInvites } from '@/lib/domain/access/invite.server'
import { inviteInput, pastedInput, userInput } from '@/lib/domain/access/user'
import { disableUser, dropFactor, enableUser, endUserSessions, resendInvitation, revokeInvitation, sendReset, updateUser } from '@/lib/domain/access/user-deeds.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/users'

export const previewInvitesAction = defineAction({ needs: 'CREATE_USERS', input: pastedInput, run: previewInvites })
export const inviteUsersAction = defineAction({ needs: 'CREATE_USERS', input: inviteInput, run: inviteUsers, refresh })
export const updateUserAction = defineAction({ needs: 'UPDATE_USERS', input: z.intersection(userInput, seenInput), run: updateUser, refresh })
export const disableUserAction = defineAction({ needs: 'UPDATE_USERS', input: seenInput, run: disableUser, refresh })
export const enableUserAction = defineAction({ needs: 'UPDATE_USERS', input: seenInput, run: enableUser, refresh })
export const endUserSessionsAction = defineAction({ needs: 'UPDATE_USERS', input: seenInput, run: endUserSessions, refresh })
export const sendResetAction = defineAction({ needs: 'UPDATE_USERS', input: seenInput, run: sendReset, refresh })
export const dropFactorAction = defineAction({ needs: 'UPDATE_USERS', input: seenInput, run: dropFactor, refresh })
export const resendInvitationAction = defineAction({ needs: 'CREATE_USERS', input: seenInput, run: resendInvitation, refresh })
export const revokeInvitationAction = defineAction({ needs: 'DELETE_USERS', input: seenInput, run: revokeInvitation, refresh })
