import type { FastifyBaseLogger } from 'fastify';

type Line = Parameters<FastifyBaseLogger['info']>;
type ChildArguments = Parameters<FastifyBaseLogger['child']>;

/**
 * `request.log`: makes a child logger, which writes the request's id, when there is a line to write. Most
 * requests have none but that of `requestLog`; a child for each would cost more than to recall its token.
 */
export class RequestLogger implements FastifyBaseLogger {
  readonly #parent: FastifyBaseLogger;
  readonly #childArguments: ChildArguments;
  #child: FastifyBaseLogger | undefined;

  constructor(parent: FastifyBaseLogger, ...childArguments: ChildArguments) {
    this.#parent = parent;
    this.#childArguments = childArguments;
  }

  get made(): FastifyBaseLogger {
    this.#child ??= this.#parent.child(...this.#childArguments);
    return this.#child;
  }

  get level(): string {
    return this.made.level;
  }

  fatal(...line: Line): void {
    this.made.fatal(...line);
  }
  error(...line: Line): void {
    this.made.error(...line);
  }
  warn(...line: Line): void {
    this.made.warn(...line);
  }
  info(...line: Line): void {
    this.made.info(...line);
  }
  debug(...line: Line): void {
    this.made.debug(...line);
  }
  trace(...line: Line): void {
    this.made.trace(...line);
  }
  silent(): void {}
  child(...childArguments: ChildArguments): FastifyBaseLogger {
    return this.made.child(...childArguments);
  }
}
