import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.mts';
import { composeServices, type ComposeService } from '../processes/compose.mts';
import type { Runtime } from './install/runtime.mts';
import { n8nEnvironment, startN8n, type Server } from './server.mts';
import { installPackage } from './install/package.mts';
import { logs } from '../paths.mts';
import { choosePort, freePort } from '../processes/ports.mts';
import { startPostgreSql, type PostgreSql } from '../processes/postgresql.mts';
import { killNow } from '../processes/processes.mts';
import { startRedis, type Redis } from '../processes/redis.mts';

type Services = Record<string, ComposeService>;
type Settings = Record<string, string>;

/** The tables of n8n, for whoever wants to look into them beside n8n. */
export type Database = PostgreSql;

/**
 * n8n in queue mode, as compose.yaml describes it, with processes of this machine in place of containers.
 * stopAll() ends it.
 */
export class Cluster {
	readonly database: Database;
	readonly redis: Redis;
	readonly workers: readonly string[];
	/** The editor. */
	main!: Server;
	/** Where production webhooks and forms are called. */
	webhook!: Server;
	private readonly runtime: Runtime;
	private readonly folder: string;
	private readonly tarball: string;
	private readonly services: Services;
	private readonly addresses: Settings;
	private readonly environment: Settings;

	private constructor(
		place: { runtime: Runtime; folder: string; tarball: string },
		services: Services,
		base: { database: Database; redis: Redis; addresses: Settings; environment: Settings },
	) {
		({ runtime: this.runtime, folder: this.folder, tarball: this.tarball } = place);
		this.services = services;
		this.database = base.database;
		this.redis = base.redis;
		this.addresses = base.addresses;
		this.environment = base.environment;
		const { replicas } = services.worker.deploy ?? { replicas: 1 };
		this.workers = Array.from({ length: replicas }, (_, n) => `worker-${n + 1}`);
	}

	/**
	 * @param place n8n, the packed package, and a folder that keeps everything; one that is there is gone on with
	 * @param environment n8n's settings, where they are to differ from those of compose.yaml
	 */
	static async start(
		place: { runtime: Runtime; folder: string; tarball: string },
		environment: Settings = {},
	): Promise<Cluster> {
		const services = composeServices(secretsIn(place.folder));
		const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = services.postgres.environment!;
		const [database, redis] = await Promise.all([
			startPostgreSql(join(place.folder, 'postgresql'), {
				user: POSTGRES_USER,
				password: POSTGRES_PASSWORD,
				database: POSTGRES_DB,
			}),
			startRedis(join(place.folder, 'redis'), optionsOf(services.redis)),
		]);
		const mainPort = await choosePort(5678);
		const webhookPort = await choosePort(5680);
		const addresses = {
			DB_POSTGRESDB_HOST: database.host,
			DB_POSTGRESDB_PORT: `${database.port}`,
			QUEUE_BULL_REDIS_HOST: redis.host,
			QUEUE_BULL_REDIS_PORT: `${redis.port}`,
			// There is no proxy in front, and so no certificate.
			N8N_PROXY_HOPS: '0',
			N8N_EDITOR_BASE_URL: `http://localhost:${mainPort}/`,
			N8N_WEBHOOK_URL: `http://localhost:${webhookPort}/`,
		};
		const cluster = new Cluster(place, services, { database, redis, addresses, environment });
		// The others wait for main, which prepares the database.
		await cluster.startMain({}, mainPort);
		cluster.webhook = await cluster.launch('webhook', 'webhook', webhookPort);
		await Promise.all(cluster.workers.map(async (name) => await cluster.startWorker(name)));
		return cluster;
	}

	/** @param more settings of this process alone */
	async startMain(more: NodeJS.ProcessEnv = {}, port = portOf(this.main)): Promise<void> {
		this.main = await this.launch('main', 'main', port, more);
	}

	async startWorker(name: string): Promise<void> {
		await this.launch('worker', name, await freePort());
	}

	/** Everything that this process has printed since it was started last. */
	log(name: string): string {
		return readFileSync(join(logs, `${processName(name)}.log`), 'utf8');
	}

	/** Ends it without a warning, as a machine that loses its power. */
	async kill(name: string): Promise<void> {
		await killNow(processName(name));
	}

	/** Runs a service of compose.yaml that ends by itself, such as the import of the templates. */
	async runOnce(service: string): Promise<void> {
		const command = ([] as string[]).concat(this.services[service].command ?? []);
		const home = await this.homeOf(service);
		const args = command.map((word) => word.replace('/home/node', home));
		await run(this.runtime.node, [this.runtime.n8n, ...args], {
			cwd: home,
			env: { ...n8nEnvironment(this.runtime, home), ...this.settingsOf(service) },
			log: processName(service),
		});
	}

	private async launch(
		service: string,
		name: string,
		port: number,
		more: NodeJS.ProcessEnv = {},
	): Promise<Server> {
		const { command = 'start' } = this.services[service];
		const role = command as 'start' | 'webhook' | 'worker';
		const home = await this.homeOf(name);
		const place = { role, name: processName(name), port };
		return await startN8n(this.runtime, home, { ...this.settingsOf(service), ...more }, place);
	}

	/** Each has a home of its own, as a container has, with the package in it. */
	private async homeOf(name: string): Promise<string> {
		const home = join(this.folder, name);
		mkdirSync(home, { recursive: true });
		await installPackage(this.tarball, home);
		return home;
	}

	private settingsOf(service: string): Settings {
		const { environment } = this.services[service];
		return { ...environment, ...this.addresses, ...this.environment };
	}
}

const portOf = ({ url }: Server) => Number(new URL(url).port);

const processName = (name: string) => `n8n-${name}`;

function optionsOf({ command = '' }: ComposeService): string[] {
	return String(command).split(' ').slice(1);
}

/** What stands in `.env` beside compose.yaml; made once, as credentials can only be read with the same key. */
function secretsIn(folder: string): Settings {
	const file = join(folder, 'secrets.json');
	if (!existsSync(file)) {
		mkdirSync(folder, { recursive: true });
		const secret = () => randomBytes(32).toString('hex');
		const secrets = { POSTGRES_PASSWORD: secret(), N8N_ENCRYPTION_KEY: secret() };
		writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
	}
	const secrets = JSON.parse(readFileSync(file, 'utf8')) as Settings;
	return { ...secrets, DOMAIN: 'localhost' };
}
