import { withDefault } from '../fields/field';
import { flag, text } from '../fields/kinds';

/**
 * The limits of a connection, as whoever owns it writes them down. Amounts are in the currency of the ad account, as
 * text, so that no digit is lost.
 */
export const SPENDING_FIELDS = {
	highestDailyBudget: text({
		label: 'Highest Daily Budget',
		description:
			'The most that one campaign or ad group may be given for a day, in the currency of the ad account. Empty: no limit, unless Highest Lifetime Budget is set: then every daily budget is refused.',
		example: '50.00',
	}),
	highestLifetimeBudget: text({
		label: 'Highest Lifetime Budget',
		description:
			'The most that one campaign or ad group may be given for its whole lifetime. Empty: no limit, unless Highest Daily Budget is set: then every lifetime budget is refused.',
		example: '500.00',
	}),
	highestBid: text({
		label: 'Highest Bid',
		description:
			'The most that an ad group or a promoted product group may bid. Empty: no limit. Where Pinterest bids by itself there is no bid, and budgets are what limits it.',
		example: '2.00',
	}),
	largestIncrease: text({
		label: 'Largest Budget Increase',
		description:
			'By how many percent a budget or a spend cap that exists may be raised at once. 0: not at all. Empty: no limit. A decrease is always allowed.',
		example: '20',
	}),
	maySwitchOn: withDefault(
		flag({
			label: 'May Switch On',
			description:
				'Whether campaigns, ad groups, ads and promoted product groups may be switched on. If not, everything has to be created paused, and somebody switches it on in Ads Manager. Pausing and archiving are always allowed.',
		}),
		true,
	),
};
