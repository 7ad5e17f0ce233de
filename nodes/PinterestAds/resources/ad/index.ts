import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { preview } from './preview.operation';
import { update } from './update.operation';

export const operations = [create, get, getMany, preview, update];
