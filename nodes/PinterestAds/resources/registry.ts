import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { PinterestAdsError } from '../../../worker/src';
import { fieldsOf, operationList, optionOf } from '../form/operations';
import { toolDescription } from '../form/toolDescription';
import { byVersion } from '../form/versions';
import type { Operation } from '../operation';
import { withOutput } from '../output/outputFields';
import * as ad from './ad';
import * as adAccount from './adAccount';
import * as adGroup from './adGroup';
import * as api from './api';
import * as audience from './audience';
import * as campaign from './campaign';
import * as catalog from './catalog';
import * as connection from './connection';
import * as conversion from './conversion';
import * as conversionTag from './conversionTag';
import * as keyword from './keyword';
import * as lead from './lead';
import * as leadForm from './leadForm';
import * as metrics from './metrics';
import * as productGroup from './productGroup';
import * as targeting from './targeting';
import * as workflow from './workflow';

interface Resource {
	readonly name: string;
	readonly value: string;
	readonly operations: readonly Operation[];
}

/** Everything the node can do. The options that n8n shows and the code that runs both come from here. */
export const RESOURCES: readonly Resource[] = [
	{ name: 'Ad', value: 'ad', operations: ad.operations },
	{ name: 'Ad Account', value: 'adAccount', operations: adAccount.operations },
	{ name: 'Ad Group', value: 'adGroup', operations: adGroup.operations },
	{ name: 'API', value: 'api', operations: api.operations },
	{ name: 'Audience', value: 'audience', operations: audience.operations },
	{ name: 'Campaign', value: 'campaign', operations: campaign.operations },
	{ name: 'Catalog', value: 'catalog', operations: catalog.operations },
	{ name: 'Connection', value: 'connection', operations: connection.operations },
	{ name: 'Conversion', value: 'conversion', operations: conversion.operations },
	{ name: 'Conversion Tag', value: 'conversionTag', operations: conversionTag.operations },
	{ name: 'Keyword', value: 'keyword', operations: keyword.operations },
	{ name: 'Lead', value: 'lead', operations: lead.operations },
	{ name: 'Lead Form', value: 'leadForm', operations: leadForm.operations },
	{ name: 'Metric', value: 'metrics', operations: metrics.operations },
	{ name: 'Product Group', value: 'productGroup', operations: productGroup.operations },
	{ name: 'Targeting', value: 'targeting', operations: targeting.operations },
	{ name: 'Workflow', value: 'workflow', operations: workflow.operations },
];

export const resourceOptions: INodePropertyOptions[] = RESOURCES.map(({ name, value }) => ({
	name,
	value,
}));

/** The operations for which the node needs no credential. No other operation has a name of theirs. */
export const localOperations: string[] = RESOURCES.flatMap(({ operations }) =>
	operations
		.filter((operation) => operation.local && !operation.usesCredential)
		.map(({ value }) => value),
);

/**
 * The operation list of each resource, then the fields of the operations. Those of *Campaign* come first, on which
 * most others of the same names depend: n8n tries a field again later that depends on one further down.
 */
export const operationProperties: INodeProperties[] = [
	...RESOURCES.map(operationsOf),
	...RESOURCES.map(propertiesOf)
		.sort((one, other) => other.length - one.length)
		.flat(),
];

export function findOperation(resourceValue: string, operationValue: string): Operation {
	const resource = RESOURCES.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	if (operation) return operation;
	throw new PinterestAdsError(
		'invalid',
		`There is no operation "${operationValue}" for the resource "${resourceValue}".`,
		{ hint: 'Choose the resource and operation from the node’s lists.' },
	);
}

function operationsOf({ value: resource, operations }: Resource): INodeProperties {
	const list = operationList(operations.map(optionOf));
	return { ...list, displayOptions: { show: { resource: [resource] } } };
}

function propertiesOf({ value: resource, operations }: Resource): INodeProperties[] {
	const forms = operations.map((operation) => ({
		value: operation.value,
		properties: [toolDescription(operation), ...byVersion(withOutput(operation))],
	}));
	return fieldsOf(forms, { resource: [resource] });
}
