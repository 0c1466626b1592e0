declare module 'fxa-common-password-list' {
  /** Whether a password is among the commonest; it knows those of eight characters and more. */
  export function test(password: string): boolean
}
