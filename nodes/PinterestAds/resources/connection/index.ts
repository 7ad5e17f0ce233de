import { check } from './check.operation';
import { refresh } from './refresh.operation';

export const operations = [check, refresh];
