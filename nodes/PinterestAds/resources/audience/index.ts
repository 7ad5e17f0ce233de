import { createActalike } from './createActalike.operation';
import { extractRecords } from './extractRecords.operation';
import { get } from './get.operation';
import { getInsights } from './getInsights.operation';
import { getMany } from './getMany.operation';
import { removeRecords } from './removeRecords.operation';
import { sync } from './sync.operation';

export const operations = [
	createActalike,
	extractRecords,
	get,
	getInsights,
	getMany,
	removeRecords,
	sync,
];
