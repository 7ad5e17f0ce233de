import getPort from 'get-port';
import { lane } from '../paths.mts';

const HOST = '127.0.0.1';

/** The preferred port, or, said plainly, the next free one after it; each lane has its own ones. */
export async function choosePort(usual: number): Promise<number> {
	const preferred = usual + lane * 100;
	const candidates = Array.from({ length: 100 }, (_, n) => preferred + n);
	const port = await getPort({ port: candidates, host: HOST });
	if (port !== preferred) console.error(`  Port ${preferred} is taken, using ${port}.`);
	return port;
}

export async function freePort(): Promise<number> {
	return await getPort({ host: HOST });
}
