import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { EmulatedHead } from './emulated-head.ts';

/** What a model can do, and how well. */
export interface EmulatedModel {
  readonly dleEot: boolean;
  readonly asb: boolean;
  readonly gsR: boolean;
  readonly gsH: boolean;
  /** Says "printed" to GS r as soon as it arrives, and all zeros as its automatic status. */
  readonly lies: boolean;
  /** Sends an automatic status (drawer opened, button pressed) after each so many bytes printed; 0: never. */
  readonly noiseEvery: number;
  /** Bytes printed in one turn of the event loop. */
  readonly speed: number;
  readonly bufferBytes: number;
}

export const honest: EmulatedModel = {
  dleEot: true,
  asb: true,
  gsR: true,
  gsH: true,
  lies: false,
  noiseEvery: 0,
  speed: 2048,
  bufferBytes: 4096,
};
export const silentModel: EmulatedModel = { ...honest, dleEot: false, asb: false, gsR: false, gsH: false };

interface Sensors {
  power: boolean;
  cable: boolean;
  paper: boolean;
  nearEnd: boolean;
  coverOpen: boolean;
  offline: boolean;
}

/** A printer that prints into memory and can be broken at any byte. It speaks TCP as a network printer does (RAW, port 9100). */
export class EmulatedPrinter {
  readonly #model: EmulatedModel;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #faults: { readonly at: number; readonly fault: () => void }[] = [];
  #waiters: { readonly holds: () => boolean; readonly resolve: () => void }[] = [];
  #head: EmulatedHead;
  #cuts: Buffer[] = [];
  #loose: number[] = [];
  #pending: Buffer = Buffer.alloc(0);
  #buffer: number[] = [];
  #arrived: number[] = [];
  #held: Buffer[] = [];
  #asbOn = false;
  #working = false;
  #printed = 0;
  #port = 0;
  readonly #state: Sensors = {
    power: true,
    cable: true,
    paper: true,
    nearEnd: false,
    coverOpen: false,
    offline: false,
  };

  private constructor(model: EmulatedModel) {
    this.#model = model;
    this.#head = this.#newHead();
    this.#server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
  }

  static async start(model: Partial<EmulatedModel> = {}, port = 0): Promise<EmulatedPrinter> {
    const printer = new EmulatedPrinter({ ...honest, ...model });
    printer.#port = port;
    await printer.#listen();
    return printer;
  }

  get port(): number {
    return this.#port;
  }

  /** What was cut off, each as the bytes that printed it. */
  get slips(): readonly Buffer[] {
    return this.#cuts;
  }

  /** What is printed and still hangs on the roll. */
  get uncut(): Buffer {
    return Buffer.from(this.#loose);
  }

  /** Bytes that the head has worked off since it was made. */
  get worked(): number {
    return this.#printed;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** Resolves as soon as a fact holds. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ holds, resolve }));
  }

  /** Does something to it when the head has worked off so many more bytes. */
  after(bytes: number, fault: () => void): void {
    this.#faults.push({ at: this.#printed + bytes, fault });
  }

  paperOut = (): void => this.#change({ paper: false });
  reload = (): void => this.#change({ paper: true, nearEnd: false });
  nearEnd = (): void => this.#change({ nearEnd: true });
  openCover = (): void => this.#change({ coverOpen: true });
  closeCover = (): void => this.#change({ coverOpen: false });
  goOffline = (): void => this.#change({ offline: true });
  goOnline = (): void => this.#change({ offline: false });

  /** Everything that is not on paper is gone. */
  powerOff = (): void => {
    this.#state.power = false;
    this.#server.close();
    this.reset();
    this.#buffer = [];
    this.#arrived = [];
    this.#asbOn = false;
    this.#head = this.#newHead();
  };

  async powerOn(): Promise<void> {
    this.#state.power = true;
    await this.#listen();
  }

  /** Neither side notices: bytes wait until it is in again. */
  cableOut = (): void => {
    this.#state.cable = false;
    for (const socket of this.#sockets) socket.pause();
    this.#tell();
  };

  cableIn = (): void => {
    this.#state.cable = true;
    for (const bytes of this.#held.splice(0)) this.#send(bytes);
    this.#fill();
  };

  /** The network ends the connection; what is in the printer is printed. */
  reset = (): void => {
    this.#pending = Buffer.alloc(0);
    this.#held = [];
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
    this.#tell();
  };

  /** Sends bytes that nobody asked for. */
  say(bytes: Buffer): void {
    this.#send(bytes);
  }

  /** Takes bytes from elsewhere than the network (a named pipe). */
  feed(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    this.#fill();
  }

  async close(): Promise<void> {
    this.powerOff();
    if (this.#server.listening) await once(this.#server, 'close');
  }

  async #listen(): Promise<void> {
    if (this.#server.listening) return;
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('data', (bytes) => this.feed(bytes));
    socket.on('error', () => this.#sockets.delete(socket)); // its end follows
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#tell();
    });
    if (!this.#state.cable) socket.pause();
    this.#tell();
  }

  #change(change: Partial<Sensors>): void {
    Object.assign(this.#state, change);
    if (this.#asbOn) this.#send(this.#automatic());
    this.#work();
    this.#tell();
  }

  get #stopped(): boolean {
    const { power, paper, coverOpen, offline } = this.#state;
    return !power || !paper || coverOpen || offline;
  }

  /** Takes what fits; the rest waits in the network. */
  #fill(): void {
    let taken = 0;
    while (taken < this.#pending.length && this.#buffer.length < this.#model.bufferBytes) {
      const byte = this.#pending[taken] ?? 0;
      taken += 1;
      this.#buffer.push(byte);
      this.#hear(byte);
    }
    this.#pending = this.#pending.subarray(taken);
    const full = this.#pending.length > 0 || !this.#state.cable;
    for (const socket of this.#sockets) {
      if (full) socket.pause();
      else socket.resume();
    }
    this.#work();
  }

  /** Real-time commands are heard as they arrive, also when nothing is printed. */
  #hear(byte: number): void {
    this.#arrived = [...this.#arrived.slice(-2), byte];
    const [first, second, third = 0] = this.#arrived;
    if (this.#model.lies && first === 0x1d && second === 0x72) this.#send(Buffer.from([0]));
    if (!this.#model.dleEot || first !== 0x10 || second !== 0x04) return;
    this.#send(Buffer.from([0x12 | this.#signs(third)]));
  }

  #signs(question: number): number {
    const { paper, nearEnd, coverOpen } = this.#state;
    if (this.#model.lies) return 0;
    if (question === 1) return this.#stopped ? 0x08 : 0;
    if (question === 2) return (coverOpen ? 0x04 : 0) | (paper ? 0 : 0x20);
    return question === 4 ? (paper ? 0 : 0x60) | (nearEnd || !paper ? 0x0c : 0) : 0;
  }

  #automatic(): Buffer {
    if (this.#model.lies) return Buffer.alloc(4);
    const { paper, nearEnd, coverOpen } = this.#state;
    const first = 0x10 | (this.#stopped ? 0x08 : 0) | (coverOpen ? 0x20 : 0);
    return Buffer.from([first, 0, (paper ? 0 : 0x0c) | (nearEnd || !paper ? 0x03 : 0), 0]);
  }

  #work(): void {
    if (this.#working || this.#stopped || this.#buffer.length === 0) return;
    this.#working = true;
    setImmediate(() => {
      this.#working = false;
      this.#print();
      this.#fill();
      this.#tell();
    });
  }

  #print(): void {
    for (let done = 0; done < this.#model.speed && !this.#stopped && this.#buffer.length > 0; done++) {
      this.#head.take(this.#buffer.shift() ?? 0);
      this.#printed += 1;
      if (this.#model.noiseEvery > 0 && this.#printed % this.#model.noiseEvery === 0 && this.#asbOn)
        this.#send(this.#automatic());
      this.#break();
    }
  }

  #break(): void {
    const due = this.#faults.findIndex(({ at }) => this.#printed >= at);
    if (due >= 0) for (const { fault } of this.#faults.splice(due, 1)) fault();
  }

  #newHead(): EmulatedHead {
    const { asb, gsR, gsH, lies } = this.#model;
    return new EmulatedHead({
      print: (bytes) => this.#loose.push(...bytes),
      cut: () => {
        this.#cuts.push(Buffer.from(this.#loose));
        this.#loose = [];
      },
      initialise: () => {
        this.#asbOn = false;
        // Twice before anything else is as good as once.
        if (this.#loose.length === 4 && this.#loose[1] === this.#loose[3]) this.#loose.splice(0, 2);
      },
      automatic: (on) => {
        this.#asbOn = asb && on;
        if (this.#asbOn) this.#send(this.#automatic());
      },
      paperStatus: () => {
        if (gsR && !lies) this.#send(Buffer.from([this.#state.nearEnd ? 0x03 : 0]));
      },
      process: (id) => {
        if (gsH) this.#send(Buffer.concat([Buffer.from([0x37, 0x22]), id, Buffer.from([0])]));
      },
    });
  }

  #send(bytes: Buffer): void {
    if (!this.#state.cable) this.#held.push(bytes);
    else for (const socket of this.#sockets) socket.write(bytes);
  }

  #tell(): void {
    const waiters = this.#waiters;
    this.#waiters = waiters.filter(({ holds }) => !holds());
    for (const { resolve } of waiters.filter((waiter) => !this.#waiters.includes(waiter))) resolve();
  }
}
