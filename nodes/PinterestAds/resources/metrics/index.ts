import { get } from './get.operation';

export const operations = [get];
