import { check } from './check.operation';
import { disconnect } from './disconnect.operation';
import { refresh } from './refresh.operation';

export const operations = [check, disconnect, refresh];
