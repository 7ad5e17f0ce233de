export { afterDisconnect, type Cleared } from './afterDisconnect';
export { afterRefusal } from './afterRefusal';
export {
	noteConnectionCheck,
	noteConnectionCheckInput,
	tellOfConnection,
	tellOfConnectionInput,
	type CheckQuestion,
	type TellQuestion,
} from './notes';
export type { ConnectionColumns } from './row';
export type { Told } from './whatToTell';
export {
	checkConnected,
	checkConnectedInput,
	type ConnectedQuestion,
	type KnownConnection,
} from './gate';
