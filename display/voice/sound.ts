/** Whether this page may sound: `blocked` until somebody touches it, `missing` where the browser has no sound at all. */
export type SoundState = 'running' | 'blocked' | 'missing';

/** A refused resume() stays pending for ever, so it gets this long, ms. */
const resumeWithin = 300;

/** Two falling notes, bell-like: Hz, start and length in seconds. */
const notes = [
  { frequency: 784, start: 0, length: 0.55 },
  { frequency: 587.3, start: 0.42, length: 0.8 },
] as const;
const chimeSeconds = 1.25;
const loudness = 0.5;

/** The loudspeaker as far as a page reaches it. */
export class Sound {
  #context: AudioContext | null = null;

  /** Wakes the audio; call it again from a touch or a key, which is when browsers allow it. */
  async wake(): Promise<SoundState> {
    this.#context ??= openContext();
    if (this.#context === null) return 'missing';
    if (this.#context.state !== 'running') {
      const resumed = this.#context.resume().catch((error: unknown) => console.warn('sound is refused', error));
      await Promise.race([resumed, wait(resumeWithin)]);
    }
    return this.#context.state === 'running' ? 'running' : 'blocked';
  }

  /** Plays the chime and waits for its end, or a second longer where the clock of the audio stands still. */
  async chime(): Promise<void> {
    const context = this.#context;
    if (context?.state !== 'running') return;
    const ended = notes.map(({ frequency, start, length }) => playNote(context, frequency, start, length));
    await Promise.race([Promise.all(ended), wait((chimeSeconds + 1) * 1000)]);
  }
}

function openContext(): AudioContext | null {
  try {
    return new AudioContext({ latencyHint: 'playback' });
  } catch (error) {
    console.error('this browser has no sound', error);
    return null;
  }
}

function playNote(context: AudioContext, frequency: number, start: number, length: number): Promise<void> {
  const from = context.currentTime + 0.02 + start;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.001, from + length);
  const oscillator = context.createOscillator();
  oscillator.frequency.value = frequency;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + length);
  return new Promise((resolve) => {
    oscillator.onended = () => resolve();
  });
}

/** Resolves after so many ms. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
