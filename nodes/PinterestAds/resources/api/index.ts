import { call } from './call.operation';

export const operations = [call];
