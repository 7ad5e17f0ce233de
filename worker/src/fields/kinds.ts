/** The kinds of fields: what a declaration is made with. */
export { amount, amountUnit } from './amounts';
export { choice, choices, flag, numericChoice, windowDays } from './choices';
export { forPrograms, group, groupsOf, json } from './groups';
export { idOf, idsOf, listOf, type Listed } from './idsAndLists';
export { day, limit, number, time } from './numbersAndTimes';
export { sorting } from './sorting';
export { link, text, url } from './texts';
