import { create } from './create.operation';
import { duplicate } from './duplicate.operation';
import { estimate } from './estimate.operation';
import { get } from './get.operation';
import { getLaunchChoices } from './getLaunchChoices.operation';
import { getMany } from './getMany.operation';
import { launch } from './launch.operation';
import { update } from './update.operation';

export const operations = [
	...[create, duplicate, estimate, get, getLaunchChoices, getMany],
	...[launch, update],
];
