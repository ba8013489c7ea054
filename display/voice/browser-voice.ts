import { isLanguage } from '../../lang/names.ts';
import { callSentence } from '../../lang/speech.ts';
import type { BoardCall } from '../../wire/client.ts';
import { Sound, wait } from './sound.ts';
import { loadVoices, localVoice, speak } from './speech.ts';
import type { Said, Sentence, Voice } from './voice.ts';

/** Time to read a call that nobody can say, ms. */
const readingTime = 4000;

/** A chime, then the browser's own voice where this machine has one for the language; without any, a second chime. */
export class BrowserVoice implements Voice {
  readonly #sound = new Sound();
  readonly #region: () => 'north' | 'south';

  /** `region`: how numbers are read, asked at each call. */
  constructor(region: () => 'north' | 'south') {
    this.#region = region;
  }

  sentences(call: BoardCall): readonly Sentence[] {
    const others = isLanguage(call.language) && call.language !== 'vi' ? [call.language] : [];
    return ['vi' as const, ...others].map((language) => ({
      language,
      text: callSentence(language, call.number, call.counter, this.#region()),
    }));
  }

  async wake(): Promise<'ready' | 'blocked'> {
    loadVoices();
    return (await this.#sound.wake()) === 'blocked' ? 'blocked' : 'ready';
  }

  async say(call: BoardCall): Promise<Said> {
    try {
      return await this.#say(call);
    } catch (error) {
      console.error('a call could not be said', call.id, error);
      return 'failed';
    }
  }

  async #say(call: BoardCall): Promise<Said> {
    if ((await this.wake()) === 'blocked') return 'blocked';
    const readable = wait(readingTime);
    await this.#sound.chime();
    const results: Said[] = [];
    for (const { language, text } of this.sentences(call)) {
      const voice = localVoice(language);
      if (voice) results.push(await speak(text, voice));
      if (results.includes('blocked')) return 'blocked';
    }
    if (results.includes('played')) return 'played';
    await this.#sound.chime();
    await readable;
    return 'failed';
  }
}
