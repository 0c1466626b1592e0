import { fewestPeople } from './check-in'

/** How many took part, in steps as large as the smallest group: neither one who joins nor one who leaves is a number of their own. */
export const inSteps = (people: number): number | null => (people < fewestPeople ? null : Math.floor(people / fewestPeople) * fewestPeople)
