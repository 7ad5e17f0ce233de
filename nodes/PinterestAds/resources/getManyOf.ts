import type { WorkerContext } from '../../../worker/src';
import { FILTERS, type Form } from '../form/form';
import { operation } from '../operation';
import type { Answer } from '../output/answer';
import { eachOutcome, type Listed } from '../perItem';

/** Where the fields of such an operation are in its form. */
export const listLayout = {
	first: ['adAccountId', 'limit'] as const,
	last: FILTERS,
	shown: { statuses: { starts: ['ACTIVE', 'PAUSED'] } },
};

interface Listing<Given> extends Form<Given> {
	/** As the operation says it: "ad groups". */
	readonly plural: string;
	readonly answer: Answer;
	list(context: WorkerContext, input: Given): Promise<readonly object[] | Listed>;
}

/** "Get Many" of campaigns, ad groups or ads. */
export const getManyOf = <Given>({ plural, list, ...form }: Listing<Given>) =>
	operation({
		name: 'Get Many',
		value: 'getMany',
		action: `Get many ${plural}`,
		description: `Get the ${plural} of an ad account; archived ones where you ask for them`,
		...form,
		run: async ({ context }, inputs: readonly Given[]) =>
			await eachOutcome(inputs, async (input) => {
				const listed = await list(context, input);
				return 'records' in listed ? listed : { records: listed };
			}),
	});
