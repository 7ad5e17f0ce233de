import { audienceOperations } from './audiences';
import { connectionOperations } from './connection';
import { contactOperations } from './contacts';
import { conversionOperations } from './conversions';
import { failureOperations } from './failures';
import { install } from './install.operation';
import { launchOperations } from './launches';
import { metricsOperations } from './metrics';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [
	...audienceOperations,
	...connectionOperations,
	...contactOperations,
	...conversionOperations,
	...failureOperations,
	install,
	...launchOperations,
	...metricsOperations,
].sort((one, other) => one.name.localeCompare(other.name, 'en'));
