import { checkConnected } from './checkConnected.operation';
import { install } from './install.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [checkConnected, install];
