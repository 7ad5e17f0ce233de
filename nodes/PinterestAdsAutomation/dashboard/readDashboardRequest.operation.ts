import { readDashboardRequest as readRequest, type BrowserRequest } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { objectIn } from '../contacts/fields';
import { secretOf } from './secret';

interface Asked {
	readonly request: BrowserRequest;
	readonly secret: string;
}

export const readDashboardRequest = operation<Asked>({
	name: 'Read Dashboard Request',
	value: 'readDashboardRequest',
	action: 'Read a request for the dashboard',
	description:
		'Tell what a browser wants of the dashboard, the page or one of its buttons, and from when on the tables are read for it. The input item is what the webhook was sent.',
	local: true,
	properties: [],
	read(fields, functions) {
		const { query, body } = fields.json();
		const form = objectIn(body);
		// Whoever asks for the page sends nothing.
		const isForm = Object.keys(form).length > 0;
		return {
			request: { query: objectIn(query), ...(isForm && { form }) },
			secret: secretOf(functions),
		};
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ request, secret }) =>
			readRequest(request, secret, n8nClock.now()),
		),
});
