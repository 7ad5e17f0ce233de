import { install } from './install.operation';

export const operations = [install];
