import { getFeeds } from './getFeeds.operation';
import { getMany } from './getMany.operation';

export const operations = [getFeeds, getMany];
