import { checkNewConversion } from './checkNewConversion.operation';
import { chooseConversions } from './chooseConversions.operation';
import { conversionFailed } from './conversionFailed.operation';
import { conversionRow } from './conversionRow.operation';
import { tellDeadConversions } from './tellDeadConversions.operation';

export const conversionOperations = [
	conversionRow,
	checkNewConversion,
	conversionFailed,
	chooseConversions,
	tellDeadConversions,
];
