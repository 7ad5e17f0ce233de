import { estimate } from './estimate.operation';
import { findOptions } from './findOptions.operation';

export const operations = [estimate, findOptions];
