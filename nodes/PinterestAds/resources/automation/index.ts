import { checkConnected } from './checkConnected.operation';
import { checkNewConversion } from './checkNewConversion.operation';
import { chooseConversions } from './chooseConversions.operation';
import { conversionFailed } from './conversionFailed.operation';
import { conversionRow } from './conversionRow.operation';
import { tellDeadConversions } from './tellDeadConversions.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [
	checkConnected,
	conversionRow,
	checkNewConversion,
	conversionFailed,
	chooseConversions,
	tellDeadConversions,
];
