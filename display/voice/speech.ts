import { wait } from './sound.ts';
import type { Said } from './voice.ts';

/** Slower than everyday speech: a hall echoes. */
const rate = 0.9;

// Some television boxes and old browsers lack it, whatever the types say.
const synthesis = (): SpeechSynthesis | undefined => window.speechSynthesis as SpeechSynthesis | undefined;

/** A voice of this machine for the language, or null. Voices that need the internet do not count: the hall may have none. */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  const voices = synthesis()?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && languageOf(voice) === language) ?? null;
}

const languageOf = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().split(/[-_]/)[0] ?? '';

/** Asks for the voices early: browsers load them only when asked. */
export function loadVoices(): void {
  synthesis()?.getVoices();
}

/** Says a sentence and waits for its end; a voice that never ends is cut off. */
export async function speak(sentence: string, voice: SpeechSynthesisVoice): Promise<Said> {
  const engine = synthesis();
  if (!engine) return 'failed';
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = rate;
  const said = new Promise<Said>((resolve) => {
    utterance.onend = () => resolve('played');
    utterance.onerror = (event) => resolve(event.error === 'not-allowed' ? 'blocked' : 'failed');
  });
  engine.speak(utterance);
  const longest = 5000 + sentence.length * 150;
  const spoken = await Promise.race([said, wait(longest).then((): Said => 'failed')]);
  if (spoken === 'failed') engine.cancel();
  return spoken;
}
