import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const operations = [get, getMany];
