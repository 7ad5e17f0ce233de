import { checkConnected } from './checkConnected.operation';
import { compareMetrics } from './compareMetrics.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [checkConnected, compareMetrics];
