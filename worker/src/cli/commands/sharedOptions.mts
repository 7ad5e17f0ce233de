import { Option } from 'commander';
import { SPENDING_FIELDS } from '../../index.ts';
import { optionsFor } from '../declaredOptions.mts';
import { FORMATS } from '../format.mts';
import { INPUT_FORMATS } from '../input.mts';

/** Which connection, and how it answers: options of every command. */
export const sharedOptions = (): Option[] => [
	new Option(
		'--ad-account <id>',
		'The ad account. Without it: the first that the token can see.',
	).env('PINTEREST_AD_ACCOUNT_ID'),
	new Option(
		'--token-file <file>',
		'The file with the access token, alone or in JSON. Without it: the variable PINTEREST_ACCESS_TOKEN.',
	).env('PINTEREST_TOKEN_FILE'),
	new Option(
		'--config <file>',
		'A JSON file with adAccountId, apiUrl and the limits of what may be spent.',
	).env('PINTEREST_CONFIG'),
	new Option(
		'--format <word>',
		'How to write the result. Without it: table on a terminal, else json.',
	).choices(FORMATS),
	new Option('--quiet', 'No progress on stderr, only warnings and errors.'),
	new Option('--verbose', 'Say on stderr what is tried again, and why.'),
];

export const inputFormatOption = () =>
	new Option(
		'--input-format <word>',
		'What the input is. Without it: by the ending of the file’s name, else by its content.',
	).choices(INPUT_FORMATS);

export const previewOption = () =>
	new Option(
		'--preview',
		'Look and judge only: say what would be sent and what it would change, and send nothing.',
	);

export const previousOption = () =>
	new Option(
		'--previous <file>',
		'For --mode mirror: the contacts that were sent before. Whoever is in it and not among the contacts is removed.',
	);

/** The limits of the spending guard. */
export const limitOptions = (): Option[] =>
	optionsFor(SPENDING_FIELDS, Object.keys(SPENDING_FIELDS));
