// Loads a host's own script, which the host serves to its web views; the server allows it there only.

export function loadScript(address: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done();
    script.onerror = () => fail(new Error(`${address} was not loaded`));
    document.head.append(script);
  });
}
