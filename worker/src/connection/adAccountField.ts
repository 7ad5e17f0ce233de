import { idOf } from '../fields/kinds';

/** Which ad account a task works on. */
export const adAccountId = idOf('adAccount', {
	label: 'Ad Account',
	description:
		'Leave empty to use the first ad account that the connection can see, or the one that comes with a conversion token',
	example: '549755885175',
});
