import { exportOperation } from './export.operation';

export const operations = [exportOperation];
