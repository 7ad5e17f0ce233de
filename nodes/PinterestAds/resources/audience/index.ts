import { createActalike } from './createActalike.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { removeRecords } from './removeRecords.operation';
import { sync } from './sync.operation';

export const operations = [createActalike, get, getMany, removeRecords, sync];
