import type { INodeProperties } from 'n8n-workflow';
import { PinterestAdsError } from '../../worker/src';
import { fieldsOf, operationList, optionOf } from '../PinterestAds/form/operations';
import type { Operation } from '../PinterestAds/operation';
import { audienceOperations } from './audiences';
import { connectionOperations } from './connection';
import { contactOperations } from './contacts';
import { conversionOperations } from './conversions';
import { dashboardOperations } from './dashboard';
import { failureOperations } from './failures';
import { launchOperations } from './launches';
import { metricsOperations } from './metrics';

/** What they are about, by which the list of operations is in order. */
const GROUPS: ReadonlyArray<readonly [about: string, operations: readonly Operation[]]> = [
	['Audience', audienceOperations],
	['Connection', connectionOperations],
	['Contact', contactOperations],
	['Conversion', conversionOperations],
	['Dashboard', dashboardOperations],
	['Failure', failureOperations],
	['Launch', launchOperations],
	['Metric', metricsOperations],
];

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const OPERATIONS: readonly Operation[] = GROUPS.flatMap(([, operations]) => operations);

/** The list of operations, then their fields. */
export const operationProperties: INodeProperties[] = [
	operationList(
		GROUPS.flatMap(([about, operations]) =>
			operations.map((operation) => ({
				...optionOf(operation),
				name: `${about}: ${operation.name}`,
			})),
		).sort((one, other) => one.name.localeCompare(other.name, 'en')),
	),
	...fieldsOf(OPERATIONS),
];

export function findOperation(chosen: string): Operation {
	const operation = OPERATIONS.find(({ value }) => value === chosen);
	if (operation) return operation;
	throw new PinterestAdsError('invalid', `There is no operation "${chosen}".`, {
		hint: 'Choose the operation from the node’s list.',
	});
}
