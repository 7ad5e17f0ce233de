import { z } from 'zod';
import { PinterestAdsError } from '../../client/errors';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { json } from '../../fields/kinds';
import type { LaunchForm } from '../launches/launchForm';
import type { CHANGES, ColumnsOf, LaunchRow } from '../tables';
import { requireBelow } from './ceiling';

const FIELDS = {
	form: json<object, unknown>(
		{
			label: 'Form',
			description: 'What Read a Launch Form gave',
			example: '{ "campaign_name": "Spring sale" }',
		},
		z.record(z.unknown()),
	),
};

/** The input of `askForLaunch`. */
export const askForLaunchInput = inputOf(FIELDS);
/** What `askForLaunch` takes beside the claim. @interface */
export type LaunchToAskFor = GivenTo<typeof askForLaunchInput>;

/**
 * What a person is asked before an assistant's launch is done: what would be created, in plain words.
 * @param claim what `checkLaunch` gave: the launch is allowed as such
 * @param now milliseconds since 1970
 * @returns the row of `pinterest_changes`
 * @throws PinterestAdsError `invalid` where it could spend more a day than the ceiling, or would be switched on
 */
export function askForLaunch(
	claim: Partial<LaunchRow>,
	question: LaunchToAskFor,
	now: number,
): ColumnsOf<typeof CHANGES> {
	const form = (readInput(askForLaunchInput, question).form ?? {}) as Partial<LaunchForm>;
	if (form.status !== 'PAUSED') throw onlyPaused();
	requireBelow(form.daily_budget ?? '', claim.max_daily_budget ?? 0, 'Daily budget');
	return {
		kind: 'launch',
		name: form.campaign_name ?? '',
		summary: linesOf(form).join('\n'),
		status: 'waiting',
		ad_account_id: claim.ad_account_id ?? '',
		asked_at: new Date(now).toISOString(),
	};
}

const onlyPaused = () =>
	new PinterestAdsError('invalid', 'An assistant launches campaigns paused, and only so.', {
		hint: 'A person switches the campaign on once it exists, in Ads Manager.',
	});

function linesOf(form: Partial<LaunchForm>): string[] {
	const pins = [form.pin_id, form.more_pin_ids].filter(Boolean).join(', ');
	const groups = [form.product_group_id, form.more_product_group_ids].filter(Boolean).join(', ');
	const details = [
		['Objective', form.objective],
		['Daily budget', form.daily_budget],
		['Bid', form.bid],
		['Countries', form.countries],
		['Audience', form.audience || 'everybody'],
		['Pins', pins],
		['Product groups', groups],
		['Keywords', form.keywords],
		['Link', form.destination_url],
	];
	return [
		`Launch the campaign “${form.campaign_name ?? ''}”, paused: nothing is spent until a person switches it on.`,
		...details.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])),
	];
}
