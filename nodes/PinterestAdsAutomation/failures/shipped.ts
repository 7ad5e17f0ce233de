/**
 * The workflows that the error handler treats in a way of its own, by the ID with which they are shipped: what
 * they are and were called. Imported in the editor they get another ID, and are known by their name only.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
	pinAdsTokenCheck: ['Check the Pinterest token every morning', 'Pinterest Ads: token check'],
	pinAdsDailySync: [
		'Sync audiences to Pinterest every morning',
		'Pinterest Ads: daily audience sync',
	],
	pinAdsBulkSync: ['Sync new and failed audiences to Pinterest', 'Pinterest Ads: bulk sync'],
	pinAdsMetrics: ['Refresh Pinterest metrics every 6 hours', 'Pinterest Ads: metrics refresh'],
	pinAdsWeekly: ['Mail the Pinterest report every week', 'Pinterest Ads: weekly report'],
	pinAdsReplay: ['Send failed conversions to Pinterest again', 'Pinterest Ads: conversion replay'],
};

export interface NamedWorkflow {
	readonly workflow_id: string;
	readonly workflow_name: string;
}

/** By its ID or any name that it is shipped with, the same ID; anything else as it is. */
function shippedId(idOrName: string): string {
	const [id = idOrName] =
		Object.entries(NAMES).find(([one, names]) => one === idOrName || names.includes(idOrName)) ??
		[];
	return id;
}

/** @param list one workflow in each line, by its name or its ID */
export function isListed(list: unknown, { workflow_id: id, workflow_name: name }: NamedWorkflow) {
	const called = new Set([id, name, shippedId(id), shippedId(name)]);
	return String(list ?? '')
		.split('\n')
		.map((line) => line.trim())
		.some((line) => line !== '' && (called.has(line) || called.has(shippedId(line))));
}

const isShipped = (id: string, { workflow_id, workflow_name }: NamedWorkflow) =>
	shippedId(workflow_id) === id || shippedId(workflow_name) === id;

/** It mails something. Of a copy under another name, its name says so. */
export const isReport = (workflow: NamedWorkflow): boolean =>
	isShipped('pinAdsWeekly', workflow) || /report/i.test(workflow.workflow_name);

/** It is what may find the connection good again. Of a copy under another name, its name says so. */
export const isTokenCheck = (workflow: NamedWorkflow): boolean =>
	isShipped('pinAdsTokenCheck', workflow) ||
	/token check|check the pinterest token/i.test(workflow.workflow_name);
