export {
	checkConnected,
	checkConnectedInput,
	type ConnectedQuestion,
	type KnownConnection,
} from './gate';
