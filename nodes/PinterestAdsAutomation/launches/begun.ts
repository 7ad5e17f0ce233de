import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { KnownConnection, LaunchBegun, LaunchPlace } from '../../../worker/src';
import type { FieldReader } from '../../PinterestAds/fieldReader';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { itemsOfNode } from '../../PinterestAds/transport/otherNodes';
import { itemField, nodeField, nodeNamed, objectIn } from '../contacts/fields';
import { CEILING } from './ceilingWords';

/** What both operations about the goal of a launch are given. */

export const beginFields = [
	itemField(
		'Form',
		'form',
		"={{ $('Your ceiling').first().json }}",
		'What the first page has brought: the campaign’s name, and the ceiling of ad accounts that have none of their own',
	),
	nodeField(
		'Connections From',
		'connectionsFrom',
		'Connection',
		'The name of the node that has read all rows of pinterest_connection',
	),
];

export function begunIn(fields: FieldReader): LaunchBegun {
	const form = objectIn(fields.value('form'));
	const query = objectIn(form.formQueryParameters);
	return {
		campaign_name: form.campaign_name,
		max_daily_budget: form.max_daily_budget,
		began_at: form.submittedAt,
		again: objectIn(query.again),
	};
}

export const placeIn = (fields: FieldReader, functions: IExecuteFunctions): LaunchPlace => ({
	connections: itemsOfNode(functions, nodeNamed(fields, 'connectionsFrom')).map(
		({ json }) => json as IDataObject & KnownConnection,
	),
	ceilingPlace: CEILING.place,
	now: n8nClock.now(),
});
