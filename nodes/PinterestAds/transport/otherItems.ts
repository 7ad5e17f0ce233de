import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { PinterestAdsError } from '../../../worker/src';

/**
 * What another node of the same execution has given out, without n8n's expression engine and without a copy.
 * @returns nothing where that node has not run
 */
export function itemsOf(functions: IExecuteFunctions, node: string): IDataObject[] {
	const proxy = functions.getWorkflowDataProxy(0);
	try {
		return proxy.$items(node).map(({ json }) => json);
	} catch (error) {
		if (!isUnknown(error)) return [];
		throw new PinterestAdsError('invalid', `There is no node “${node}” in this workflow.`, {
			hint: 'Write the name of the node as it is on the canvas. n8n does not change it here when a node is renamed.',
			cause: error,
		});
	}
}

/** As n8n says that there is no such node; one that has not run is told otherwise. */
const isUnknown = (error: unknown) =>
	error instanceof Error && error.message.includes('Referenced node');

/**
 * The item of another node that an item has come from. n8n numbers the items anew at every node, so that an item's own
 * `pairedItem` leads to the node before and no further.
 */
export function pairedItemOf(
	functions: IExecuteFunctions,
	node: string,
	item: number,
): IDataObject {
	const proxy = functions.getWorkflowDataProxy(item);
	const all = proxy.$items(node);
	if (all.length === 1) return all[0].json;
	const of = proxy.$ as (name: string) => { readonly item: { readonly json: IDataObject } };
	return of(node).item.json;
}
