import { inputOf, type GivenTo } from '../../fields/inputs';
import { number } from '../../fields/kinds';

/** The input of `createDashboard`, beside what it is drawn from. */
export const createDashboardInput = inputOf({
	monthlyBudget: number({
		label: 'Monthly Budget',
		description:
			'What you mean to spend on Pinterest in a calendar month, in the currency of the ad account. 0: no budget is shown.',
		...{ least: 0, preset: 0 },
		must: 'must be an amount in the currency of the ad account, such as 5000',
	}),
});

/** What `createDashboard` takes beside what it is drawn from. @interface */
export type DashboardSettings = GivenTo<typeof createDashboardInput>;
