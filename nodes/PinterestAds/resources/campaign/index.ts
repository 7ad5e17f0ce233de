import { create } from './create.operation';

export const operations = [create];
