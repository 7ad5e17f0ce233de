import { diagnose } from './diagnose.operation';
import { prepare } from './prepare.operation';
import { send } from './send.operation';

export const operations = [send, prepare, diagnose];
