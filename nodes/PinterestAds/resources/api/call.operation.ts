import { apiCallInput, callApi, type ApiCall } from '../../../../worker/src';
import { counted, itemsIn } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { queryField, queryIn } from './query';

const form = formOf(apiCallInput.fields, {
	first: ['adAccountId', 'method', 'path', 'unsafe', queryField, 'body', 'answer', 'mostElements'],
	without: ['query'],
});

export const call = operation({
	name: 'Call',
	value: 'call',
	action: 'Call any path of the API',
	description: 'Call any path of Pinterest’s Marketing API, for what no other operation does',
	writes: { method: ['POST', 'PATCH', 'DELETE'] },
	// What reads may be done again; what else was asked for, only whoever asked knows.
	done: (done) => {
		const changing = done.filter(({ input }) => (input as ApiCall).method !== 'GET');
		if (changing.length === 0) return '';
		return `${counted(changing.length, 'call')} made that may have changed something. Already done, so do not run these again: ${itemsIn(changing)}.`;
	},
	...form,
	read: (fields): ApiCall => {
		const given = { ...form.read(fields), query: queryIn(fields.value('query')) };
		// What people wrote is whatever they wrote: the worker's parser is what finds out.
		return given as unknown as ApiCall;
	},
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await callApi(context, input)),
});
