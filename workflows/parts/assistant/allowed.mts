import { at, automation, fields, rows } from '../../builder/index.mts';
import { AUDIENCES, CONNECTION, DEFAULT_CEILING } from '../../../worker/src/automation/tables.ts';

/** Whether a campaign may be launched: it goes on from what a model has filled in. */

export const yourCeiling = fields(
	'Your ceiling',
	at(1, 0),
	[['max_daily_budget', 'number', DEFAULT_CEILING]],
	'all',
);

export const readTheForm = automation('Read the form', at(2, 0), 'readLaunchForm');

export const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(3, 0),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], limit: 1 },
	{ alwaysOutputData: true },
);

export const connection = rows(CONNECTION).get(
	'Connection',
	at(4, 0),
	{},
	{ alwaysOutputData: true, executeOnce: true },
);

export const mayItBeLaunched = automation(
	'May it be launched?',
	at(5, 0),
	'checkLaunch',
	{
		form: "={{ $('Read the form').first().json }}",
		audience: "={{ $('Audience record').first().json }}",
	},
	{ onError: 'continueErrorOutput' },
);
