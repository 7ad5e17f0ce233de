import { asciiDigits, type NormalForm } from './normalForms';

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const MONTH =
	'(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|' +
	'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const MONTH_FIRST = new RegExp(`^${MONTH} +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})$`, 'i');
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]+${MONTH},?[ -]+(\\d{4})$`, 'i');
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * YYYYMMDD. A date that names its year last is read only where it can be but one day: 28/02/1996 can,
 * 02/01/1996 can not.
 */
export const dateOfBirth: NormalForm = (text) => {
	const parts = partsOf(asciiDigits(text));
	if (!parts) return undefined;
	const [year, month, day] = parts;
	const date = new Date(Date.UTC(year, month - 1, day));
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
	// Outside of these it is what a database writes for "no date".
	if (year < 1900 || year > 2100) return undefined;
	return String(year * 10_000 + month * 100 + day);
};

/** Year, month, day. */
function partsOf(text: string): [number, number, number] | undefined {
	const compact = COMPACT.exec(text);
	if (compact) return [Number(compact[1]), Number(compact[2]), Number(compact[3])];
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])];
	const yearLast = YEAR_LAST.exec(text);
	if (yearLast) return inOrder(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]));
	const monthFirst = MONTH_FIRST.exec(text);
	if (monthFirst) return [Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2])];
	const dayFirst = DAY_FIRST.exec(text);
	if (dayFirst) return [Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1])];
	return undefined;
}

function inOrder(a: number, b: number, year: number): [number, number, number] | undefined {
	if (a === b || a > 12) return [year, b, a];
	return b > 12 ? [year, a, b] : undefined;
}

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
