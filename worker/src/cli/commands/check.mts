import { checkConnection } from '../../index.ts';
import type { Command } from '../command.mts';
import { EXIT } from '../exitCodes.mts';

export const check: Command = {
	name: 'check',
	summary: 'whether the token works, and on which ad account',
	description:
		'Asks Pinterest for the ad accounts of the token, and says whether the connection is active. Changes nothing.',
	options: [],
	examples: ['illixis-pinterest check', 'illixis-pinterest check --ad-account 549755885175'],
	async run({ context }) {
		const record = await checkConnection(context);
		const isActive = record.status === 'active';
		return {
			json: record,
			lines: [{ ...record }],
			isOne: true,
			columns: ['status', 'ad_account_id', 'ad_account_name', 'currency', 'message'],
			failures: isActive ? [] : [`${record.message}\n  What to do: ${record.hint}`],
			exit: isActive ? EXIT.fine : EXIT.notConnected,
		};
	},
};
