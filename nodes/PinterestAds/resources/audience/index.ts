import { createActalike } from './createActalike.operation';
import { createEngagement } from './createEngagement.operation';
import { createVisitor } from './createVisitor.operation';
import { extractRecords } from './extractRecords.operation';
import { get } from './get.operation';
import { getInsights } from './getInsights.operation';
import { getMany } from './getMany.operation';
import { getSharedAccounts } from './getSharedAccounts.operation';
import { removeRecords } from './removeRecords.operation';
import { sync } from './sync.operation';
import { update } from './update.operation';

export const operations = [
	...[createActalike, createEngagement, createVisitor, extractRecords],
	...[get, getInsights, getMany, getSharedAccounts, removeRecords, sync, update],
];
