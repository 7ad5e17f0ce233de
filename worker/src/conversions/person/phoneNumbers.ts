// The package ships without dependencies: the build bundles the library into this file (gulpfile.js).
/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import {
	getCountryCallingCode,
	parsePhoneNumberFromString,
	type CountryCode,
	type MetadataJson,
} from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
/* eslint-enable @n8n/community-nodes/no-restricted-imports */

const plans = metadata as unknown as MetadataJson;

/** No number has as many digits; what is longer is not looked into. */
const LONGEST = 30;

/**
 * A number as people in a country write it, as digits with the country code: `07800 099890` in Great
 * Britain is `447800099890`. One that has the country code already, without a plus, keeps it. The
 * numbering plans are those of Google's libphonenumber, out of libphonenumber-js.
 * @param text its digits, 0 to 9, and nothing else
 * @param country two letters (ISO 3166)
 * @returns undefined where no number of that country has as many digits
 */
export function withCountryCode(text: string, country: string): string | undefined {
	const code = country.toUpperCase();
	if (text.length > LONGEST || !isPlanned(code)) return undefined;
	const national = read(text, code);
	const international = read(`+${text}`, code);
	const hasCode =
		international?.countryCallingCode === getCountryCallingCode(code, plans) &&
		international.isValid();
	const chosen =
		hasCode && !(national?.isValid() && isWrittenWithoutZero(text, code))
			? international
			: national;
	return chosen?.isPossible() ? chosen.number.slice(1) : undefined;
}

const isPlanned = (code: string): code is CountryCode => Object.hasOwn(plans.countries, code);

const read = (text: string, defaultCountry: CountryCode) =>
	parsePhoneNumberFromString(text, { defaultCountry, extract: false }, plans);

/** Where people dial no 0 before a number, one that could be either is the one that they dial. */
const isWrittenWithoutZero = (text: string, code: CountryCode) =>
	read(`0${text}`, code)?.nationalNumber !== read(text, code)?.nationalNumber;
