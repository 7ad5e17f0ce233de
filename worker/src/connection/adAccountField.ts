import { idOf } from '../fields/kinds';

/** Which ad account a task works on. */
export const adAccountId = idOf('adAccount', {
	label: 'Ad Account',
	description:
		'Leave empty to use the first ad account that the connection can see, or the one that a conversion token’s credential names',
	example: '549755885175',
});
