import { asciiDigits, type NormalForm } from './normalForms';

/**
 * How many digits a postal code has, for countries where some begin with 0. Tables and CSV files turn
 * 02138 into the number 2138, and back there is only one way.
 */
const LENGTHS: ReadonlyMap<string | undefined, readonly number[]> = new Map(
	(
		[
			['au dk no nz za', [4]],
			['de dz es fi fr it kr lt mx my pl sk tr ua', [5]],
			['pr us', [5, 9]],
			['cn kz ro sg', [6]],
			['jp', [7]],
			['br', [8]],
		] as const
	).flatMap(([countries, lengths]) => countries.split(' ').map((code) => [code, lengths])),
);
const MOST_ZEROS = 2;

/** Digits only, with the zeros at its beginning. */
export const postalCode: NormalForm = (text, country) => {
	const digits = asciiDigits(text).replace(/\D+/g, '');
	if (digits === '') return '';
	const length = LENGTHS.get(country)?.find((one) => digits.length <= one);
	return length !== undefined && digits.length >= length - MOST_ZEROS
		? digits.padStart(length, '0')
		: digits;
};
