/** The family that a printer's address names; '' when it names none. */
export const profileOf = (address: string): string => optionsOf(address).get('profile') ?? '';

/** The address with another family; '' leaves it to the server. A family has its width. */
export function withProfile(address: string, profile: string): string {
  const options = optionsOf(address);
  options.delete('profile');
  options.delete('width');
  // Signs that addresses of hosts and devices are made of stay readable.
  const rest = options.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  const chosen = profile === '' ? '' : `profile=${encodeURIComponent(profile)}`;
  const query = [rest, chosen].filter((part) => part !== '').join('&');
  return query === '' ? placeOf(address) : `${placeOf(address)}?${query}`;
}

/** Where the printer is, without its options. */
export const placeOf = (address: string): string => address.split('?')[0] ?? '';

const optionsOf = (address: string): URLSearchParams =>
  new URLSearchParams(address.includes('?') ? address.slice(address.indexOf('?') + 1) : '');
