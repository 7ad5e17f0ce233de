import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { columnChoices, listAudiences } from '../../../worker/src';
import { toNodeError, toPinterestError } from '../nodeErrors';
import { createContext } from '../transport/context';

/** Lists from which several values are chosen. */
export const loadOptions = {
	/** All audiences of the chosen ad account, with what they are; who is too few is said. */
	async getAudiences(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			const adAccountId = this.getCurrentNodeParameter('adAccountId', { extractValue: true });
			const audiences = await listAudiences(
				await createContext(this),
				typeof adAccountId === 'string' ? { adAccountId } : {},
			);
			return audiences.map(({ id, name, audience_type, status_explanation }) => ({
				name: `${name ?? 'Untitled'} (${audience_type ?? 'audience'})`,
				value: id,
				description: status_explanation ?? undefined,
			}));
		} catch (error) {
			throw toNodeError(this.getNode(), toPinterestError(error), 0);
		}
	},

	/** All columns of metrics that Pinterest gives today, with what they mean. */
	async getMetricColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			const columns = await columnChoices(await createContext(this));
			return columns.map(({ id, name, definition }) => ({
				name,
				value: id,
				description: definition ?? undefined,
			}));
		} catch (error) {
			throw toNodeError(this.getNode(), toPinterestError(error), 0);
		}
	},
};
