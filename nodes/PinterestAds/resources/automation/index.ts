import { checkConnected } from './checkConnected.operation';
import { contactOperations } from './contacts';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [checkConnected, ...contactOperations].sort((one, other) =>
	one.name < other.name ? -1 : 1,
);
