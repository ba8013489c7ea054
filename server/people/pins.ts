import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// OWASP's minimum for scrypt (2024): N = 2^17 wants 128 MB; N = 2^15, r = 8, p = 3 gives the same cost in 32 MB, which old PCs have.
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** What is kept of a PIN: salt and key, never the PIN. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(pin, salt)).toString('base64url')}`;
}

/** Whether a PIN fits; takes as long for somebody unknown (`stored` null) as for everybody else. */
export async function checkPin(pin: string, stored: string | null): Promise<boolean> {
  const [salt = '', key = ''] = (stored ?? '.').split('.');
  const derived = await derive(pin, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(key, 'base64url');
  return expected.length === derived.length && timingSafeEqual(derived, expected);
}
