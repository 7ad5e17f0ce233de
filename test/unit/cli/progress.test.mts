import { Progress } from '../../../worker/src/cli/progress.mts';

/** A stream that keeps what is written. */
function streamOf(isTTY: boolean) {
	const written: string[] = [];
	const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
	return { written, stream: stream as unknown as NodeJS.WriteStream };
}

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

const answer = async () => ({ status: 200, headers: {}, body: {} });

describe('the progress of a long command', () => {
	it('is a line every few seconds where nobody sits at a terminal', async () => {
		const { written, stream } = streamOf(false);
		const progress = new Progress(stream, false);
		const http = progress.counting({ send: answer });

		for (let n = 0; n < 12; n++) {
			jest.setSystemTime(n * 1000);
			progress.count(`${n} records read`);
			await http.send({ method: 'GET', path: '/' });
		}

		expect(written).toEqual([
			'5 records read, 5 requests answered\n',
			'10 records read, 10 requests answered\n',
		]);
	});

	it('is one line on a terminal, which makes way for what is said', () => {
		const { written, stream } = streamOf(true);
		const progress = new Progress(stream, false);

		jest.setSystemTime(1000);
		progress.count('3 records read');
		progress.say('Warning: too few');

		expect(written).toEqual([
			'\r\x1b[K3 records read, 0 requests answered …',
			'\r\x1b[K',
			'Warning: too few\n',
		]);
	});

	it('is not shown where it is to be quiet, but warnings are', () => {
		const { written, stream } = streamOf(false);
		const progress = new Progress(stream, true);

		jest.setSystemTime(60_000);
		progress.count('3 records read');
		progress.say('Warning: too few');

		expect(written).toEqual(['Warning: too few\n']);
	});
});
