import type { AudienceRow } from '../../../../worker/src/automation/tables.ts';
import type { DashboardTables } from '../../../../worker/src/report/dashboard/index.ts';
import { audience, conversion, day, failure, hours, metric, tables } from './rows.mts';

const NAMES = ['Spring Sale', 'Brand', 'Retargeting: cart', 'Garden furniture', 'New collection'];

/** Numbers that look like a real account's, the same ones every time. */
const wave = (n: number, back: number): number =>
	Math.round(100 * (1 + 0.4 * Math.sin(back / 1.7 + n) + 0.2 * Math.cos(back * 0.9))) / 100;

/** An instance on which much is going on. */
export function busyInstance(campaigns = 32, days = 60): DashboardTables {
	const metrics = Array.from({ length: campaigns }, (_, n) =>
		Array.from({ length: days + 1 }, (_, back) => days - back)
			.filter((back) => n !== 3 || back > 5)
			.map((back) => {
				const spend = Math.round((9000 / (n + 2)) * wave(n, back)) / 100;
				return metric(String(626735565838 + n), day(back), {
					campaign_name: NAMES[n] ?? `Campaign ${n}`,
					campaign_status: n % 4 === 2 ? 'PAUSED' : 'ACTIVE',
					...{ spend, impressions: Math.round(spend * 210), clicks: Math.round(spend * 2.7) },
					...{ conversions: Math.round(spend / 14), checkout_value: Math.round(spend * 3.2) },
				});
			}),
	).flat();
	const audiences: AudienceRow[] = [
		audience('Newsletter subscribers'),
		audience('Customers of the last year', { contacts_added_at: hours(-1) }),
		audience('Cart leavers', {
			sync_status: 'error',
			error_message:
				'Pinterest has refused the Customer List: none of its records is an email address. Look at the table pinterest_contacts, and sync again.',
		}),
		audience('VIP', {
			contacts_sent: 64,
			audience_size: null,
			warning: 'Fewer than 100 contacts: Pinterest shows no ads to so few people.',
		}),
		audience('Sommerkampagne – Besucher der Landingpage mit sehr langem Namen', {
			...{ sync_status: 'not_synced', last_synced_at: null, audience_size: null },
			...{ contacts_sent: null, sync_started_at: null },
		}),
		audience('Device IDs', {
			sync_status: 'syncing',
			sync_started_at: hours(-0.1),
			list_type: 'MAID',
		}),
		audience('Old list', { active: false }),
	];
	const refused = 'Pinterest takes no event of more than 7 days ago.';
	return tables({
		...{ metrics, audiences },
		conversions: [
			...Array.from({ length: 120 }, () => conversion({ createdAt: hours(-2) })),
			...Array.from({ length: 30 }, () =>
				conversion({
					event_name: 'add_to_cart',
					carried: 'ip ua value currency id:made source:web',
				}),
			),
		],
		unsent: [
			conversion({
				status: 'failed',
				error_message: 'Pinterest did not answer within 30 seconds.',
				next_attempt_at: hours(0.2),
			}),
			conversion({ status: 'dead', error_message: refused }),
			conversion({ status: 'dead', error_message: refused, updatedAt: hours(-3) }),
		],
		errors: [
			failure(),
			failure({
				...{ workflow_name: 'Mail the Pinterest report every week', outcome: 'gave up' },
				...{ node: 'Send the email', message: 'The mail server did not take the password.' },
				...{ description: 'Choose another SMTP credential.', occurred_at: hours(-29) },
			}),
		],
	});
}
