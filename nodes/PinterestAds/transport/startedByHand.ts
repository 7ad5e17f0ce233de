import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether somebody has pressed *Execute workflow*, and looks at what comes of it. */
export const startedByHand = (functions: IExecuteFunctions): boolean =>
	functions.getMode() === 'manual';
