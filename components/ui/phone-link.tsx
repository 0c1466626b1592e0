import { dialled } from './phone'

/** A telephone number that dials at a tap; what is read stays as it was written. */
export const PhoneLink = ({ number, className }: { number: string; className?: string }) => <a href={`tel:${dialled(number)}`} className={className}>{number}</a>
