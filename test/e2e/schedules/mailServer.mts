import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what it is given. */
export class MailServer {
	readonly received: ParsedMail[] = [];
	private readonly server: SMTPServer;

	private constructor() {
		this.server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			onRcptTo: ({ address }, _session, done) =>
				done(address.startsWith('nobody@') ? new Error('No such mailbox') : null),
			onData: (stream, _session, done) => {
				simpleParser(stream).then((mail) => {
					this.received.push(mail);
					done();
				}, done);
			},
		});
	}

	static async start(): Promise<MailServer> {
		const mails = new MailServer();
		mails.server.listen(0, '127.0.0.1');
		await once(mails.server.server, 'listening');
		return mails;
	}

	/** What n8n's credential of the type `smtp` holds to send here. */
	get credential() {
		const { port } = this.server.server.address() as AddressInfo;
		return {
			host: '127.0.0.1',
			port,
			secure: false,
			disableStartTls: true,
			user: '',
			password: '',
		};
	}

	async stop(): Promise<void> {
		await new Promise<void>((resolve) => this.server.close(resolve));
	}
}
