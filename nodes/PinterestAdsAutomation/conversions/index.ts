import { answerCaller } from './answerCaller.operation';
import { checkNewConversion } from './checkNewConversion.operation';
import { chooseConversions } from './chooseConversions.operation';
import { conversionFailed } from './conversionFailed.operation';
import { conversionRow } from './conversionRow.operation';
import { findSameEvents } from './findSameEvents.operation';
import { tellDeadConversions } from './tellDeadConversions.operation';

export const conversionOperations = [
	conversionRow,
	findSameEvents,
	checkNewConversion,
	answerCaller,
	conversionFailed,
	chooseConversions,
	tellDeadConversions,
];
