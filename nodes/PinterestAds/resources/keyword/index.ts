import { add } from './add.operation';
import { archive } from './archive.operation';
import { getMany } from './getMany.operation';
import { research } from './research.operation';

export const operations = [add, archive, getMany, research];
