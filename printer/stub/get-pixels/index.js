/** Pictures come from our own renderer; whoever asks this package to load one gets an error. */
module.exports = function getPixels(_source, type, callback) {
  const done = typeof type === 'function' ? type : callback;
  done(new Error('Pictures are not loaded by escpos here'));
};
