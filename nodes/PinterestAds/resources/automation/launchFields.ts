import type { INodeProperties } from 'n8n-workflow';

/** A field that takes what another node holds, by an expression. */
export const givenBy = (
	name: string,
	displayName: string,
	start: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'json',
	default: start,
	description,
});

/** Where the template keeps its ceiling, as the end of a sentence. */
const CEILING_PLACE = 'max_daily_budget in the node “Your ceiling” of this workflow';

export const CEILING_WORDS = {
	place: `${CEILING_PLACE}, or of the ad account’s row in the table pinterest_connection`,
	sentence: `The ceiling is ${CEILING_PLACE}, unless the ad account’s row in the table pinterest_connection has one of its own.`,
} as const;
