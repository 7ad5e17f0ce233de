import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const operations = [create, get, getMany];
