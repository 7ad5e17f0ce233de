import { isListed } from '../../../nodes/PinterestAdsAutomation/failures/shipped.ts';
import { readTemplate, readTemplates } from '../../../scripts/templates/files.mts';

const RUN_TWICE = [
	...['pinAdsTokenCheck', 'pinAdsDailySync', 'pinAdsBulkSync', 'pinAdsMetrics'],
	...['pinAdsWeekly', 'pinAdsReplay'],
];
const { nodes } = readTemplate('pinAdsErrors');

function choice(name: string): string {
	const choices = nodes.find((node) => node.name === 'Choices')?.parameters.assignments;
	const { assignments } = choices as { assignments: Array<{ name: string; value: string }> };
	return String(assignments.find((one) => one.name === name)?.value);
}

describe('the error handler as it is shipped', () => {
	it('does again only what can run twice, and nothing that creates', () => {
		const listed = readTemplates().filter(({ id, name }) =>
			isListed(choice('done_again'), { workflow_id: id, workflow_name: name }),
		);
		expect(listed.map(({ id }) => id).sort()).toEqual([...RUN_TWICE].sort());
	});

	it.each(RUN_TWICE)('knows %s by its name where an import has given it another ID', (id) => {
		const { name } = readTemplate(id);
		const imported = { workflow_id: 'of-this-n8n', workflow_name: name };
		expect(isListed(choice('done_again'), imported)).toBe(true);
		// A list that somebody has made before it got this name.
		expect(isListed(id, imported)).toBe(true);
	});

	it.each([
		['pinAdsTokenCheck', 'Pinterest Ads: token check'],
		['pinAdsDailySync', 'Pinterest Ads: daily audience sync'],
		['pinAdsBulkSync', 'Pinterest Ads: bulk sync'],
		['pinAdsMetrics', 'Pinterest Ads: metrics refresh'],
		['pinAdsWeekly', 'Pinterest Ads: weekly report'],
		['pinAdsReplay', 'Pinterest Ads: conversion replay'],
	])('finds %s in a list of 0.1.0, whatever it is called now', (id, line) => {
		const { name } = readTemplate(id);
		expect(isListed(`Mine\n${line}`, { workflow_id: id, workflow_name: name })).toBe(true);
		expect(isListed(line, { workflow_id: 'other', workflow_name: name })).toBe(true);
	});

	it('waits after 2, 5 and 15 minutes', () => {
		expect(choice('pauses_in_minutes')).toBe('2, 5, 15');
	});

	it.each([
		['Let that one tell first', 20],
		['Let it tell why', 30],
		['Let n8n start', 70],
	])('%s: %d seconds', (name, amount) => {
		const wait = nodes.find((node) => node.name === name);
		expect(wait?.parameters).toMatchObject({ amount, unit: 'seconds' });
	});

	it('tells nobody: its email and its Slack are switched off, and have no credential', () => {
		const telling = nodes.filter(({ type }) => /\.(emailSend|slack)$/.test(type));
		expect(telling.map(({ name }) => name)).toEqual(['Send the email', 'Tell Slack']);
		for (const node of telling) {
			expect(node).toMatchObject({ disabled: true });
			expect(node.credentials).toBeUndefined();
		}
	});

	it('holds no decision: no code, and no expression that is longer than 120 characters', () => {
		expect(nodes.filter(({ type }) => type.endsWith('.code'))).toEqual([]);
		const expressions = JSON.stringify(nodes).match(/\{\{.*?\}\}/g) ?? [];
		expect(expressions.filter((one) => one.length > 120)).toEqual([]);
	});
});
