export { CUT_OFF, HEALTH, LARGEST_BODY, TOO_LARGE, type Call, type CallAnswer } from './call';
export { CALLERS, isShop, type Caller, type CallerSecret } from './callers';
export { answerOf, answerToCall, type EventAnswer } from './answers';
export {
	receiveConversions,
	type IncomingConversion,
	type Intake,
	type ReadyConversion,
	type Received,
	type ReceivedConversion,
	type RefusedConversion,
	type SentConversion,
} from './receive';
export { isAuthorized, isToldByHeaders, notAuthorized, requireFittingSecret } from './verify';
export { isPing, type UnpaidOrders } from './topics';
