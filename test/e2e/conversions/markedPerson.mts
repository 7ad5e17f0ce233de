/** The person in every call, who must be found nowhere afterwards, and by what. */
export { PERSON, PERSON_MARKS as MARKS } from '../../../scripts/leaks/marks.mts';
