import { sync } from './sync.operation';

export const operations = [sync];
