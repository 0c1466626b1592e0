'use client'

// Nobody is sent here: the signed-out go to sign-in. Next would send a page of its own along with every other.
export { default } from './forbidden'
