import { notFound } from 'next/navigation'

/** An address that leads nowhere, said within the frame, so that the rooms stay at hand. */
export default function UnknownPage(): never {
  notFound()
}
