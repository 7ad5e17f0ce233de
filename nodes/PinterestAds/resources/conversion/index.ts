import { send } from './send.operation';

export const operations = [send];
