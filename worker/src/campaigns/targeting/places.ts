import { anyText } from '../../fields/textReaders';

/** How Pinterest names places. */

export const capitals = (value: string) => value.toUpperCase();

export const location = anyText
	.transform(capitals)
	.refine(
		(code) => /^([A-Z]{2}|\d{3})$/.test(code),
		'must be a two-letter country code (US) or a three-digit US metro code (807)',
	);

export const country = anyText
	.transform(capitals)
	.refine((code) => /^[A-Z]{2}$/.test(code), 'must be a country code of two letters, such as US');

export const geo = anyText
	.transform(capitals)
	.refine(
		(code) => /^[A-Z]{2}-\S/.test(code),
		'must be a region (US-CA) or postal code (US-94107) that begins with its country',
	);

/** Either kind is sent as GEO; a form that asks for them separately is checked separately. */
export const region = geo.refine(
	(code) => !isPostalCode(code),
	'must be a region (US-CA); postal codes have a field of their own',
);
export const postalCode = geo.refine(
	(code) => isPostalCode(code),
	'must be a postal code that begins with its country (US-94107); regions have a field of their own',
);

/**
 * Regions are letters or a few digits (US-CA, GB-ENG, FR-75); a code with four digits or more is a postal
 * one, and so is a letter before a digit where postal codes begin like that (CA-M5V, GB-SW1A).
 */
export function isPostalCode(code: string): boolean {
	return /\d{4}|^(CA|GB|IE)-[A-Z]{1,2}\d/.test(code);
}
