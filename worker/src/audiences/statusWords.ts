import { MINIMUM } from './sync/syncMessages';

const TOO_SMALL = `Fewer than ${MINIMUM} of its people have Pinterest accounts, so ads cannot target it. Add more records.`;

const AUDIENCE: Record<string, string> = {
	INITIALIZING: 'Pinterest is putting the audience together, which can take a day or two.',
	READY: 'Ads can target it.',
	TOO_SMALL,
};

const LIST: Record<string, string> = {
	UPLOADING: 'Pinterest is taking the records in.',
	PROCESSING: 'Pinterest is matching the records with accounts, which can take a day or two.',
	READY: 'The records are matched.',
	TOO_SMALL,
};

/** What an audience's status means; null for one that is not known. */
export const explainAudience = (status: string | null | undefined): string | null =>
	AUDIENCE[status ?? ''] ?? null;

/** What a customer list's status means; null for one that is not known. */
export const explainList = (status: string | null | undefined): string | null =>
	LIST[status ?? ''] ?? null;
